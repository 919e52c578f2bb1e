"""Validates manifests against the schemas of three Kubernetes versions, strictly.

usage: kubernetes_manifests.py FILE...

kubernetes-validate exits 0 on a kind that it does not know, so each resource must be named as passed.
"""
import pathlib
import re
import subprocess
import sys

import yaml

VERSIONS = ("1.31", "1.34", "1.36")


def main(files):
    if not files:
        print("judge kubernetes-validate: no manifests")
        return 1
    wanted = sum(1 for f in files for d in yaml.safe_load_all(pathlib.Path(f).read_text()) if d)
    tool = pathlib.Path(sys.executable).parent / "kubernetes-validate"
    failed = 0
    for version in VERSIONS:
        done = subprocess.run(
            [tool, "-k", version, "--strict", *files], capture_output=True, text=True)
        lines = (done.stdout + done.stderr).splitlines()
        passed = [line for line in lines if re.search(r"\bpassed\b", line, re.IGNORECASE)]
        if done.returncode or len(passed) != wanted:
            failed += 1
            print("\n".join(line for line in lines if line not in passed)[:3000], file=sys.stderr)
            print(f"Kubernetes {version}: {len(passed)} of {wanted} passed", file=sys.stderr)
    print(f"judge kubernetes-validate: {len(VERSIONS) - failed} passed, {failed} failed"
          f" ({wanted} resources, Kubernetes {', '.join(VERSIONS)})")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
