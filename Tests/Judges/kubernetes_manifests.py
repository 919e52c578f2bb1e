"""Validates manifests against the schemas of three Kubernetes versions, strictly.

usage: kubernetes_manifests.py FILE...

kubernetes-validate exits 0 on a kind that it does not know, so it must name each resource of each
file as passed, and no other.
"""
import collections
import pathlib
import re
import subprocess
import sys

import yaml

VERSIONS = ("1.31", "1.34", "1.36")
PASSED = re.compile(r"INFO (.+) passed for resource (\S+) against version (\S+)")


def resources(file):
    """What kubernetes-validate calls the resources of a file."""
    for item in yaml.safe_load_all(pathlib.Path(file).read_text()):
        if item:
            yield f"{item.get('kind', '')}/{(item.get('metadata') or {}).get('name', '')}".lower()


def validate(files, version):
    """The exit status, the resources that passed, and everything else that was said."""
    tool = pathlib.Path(sys.executable).parent / "kubernetes-validate"
    done = subprocess.run(
        [tool, "-k", version, "--strict", *files], capture_output=True, text=True)
    named, rest = collections.Counter(), []
    for line in (done.stdout + done.stderr).splitlines():
        match = PASSED.fullmatch(line.strip())
        if match and match[3] == version:
            named[match[1], match[2]] += 1
        else:
            rest.append(line)
    return done.returncode, named, rest


def main(files):
    if not files:
        print("judge kubernetes-validate: no manifests")
        return 1
    wanted = collections.Counter((file, name) for file in files for name in resources(file))
    failed = 0
    for version in VERSIONS:
        status, named, rest = validate(files, version)
        if status or named != wanted:
            failed += 1
            print("\n".join(rest)[:3000], file=sys.stderr)
            for file, name in sorted((wanted - named).elements()):
                print(f"Kubernetes {version}: {file}: {name} is not named as passed", file=sys.stderr)
            for file, name in sorted((named - wanted).elements()):
                print(f"Kubernetes {version}: {file}: there is no {name}", file=sys.stderr)
    print(f"judge kubernetes-validate: {len(VERSIONS) - failed} passed, {failed} failed"
          f" ({wanted.total()} resources, Kubernetes {', '.join(VERSIONS)})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
