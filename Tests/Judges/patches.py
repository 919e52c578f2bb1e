"""Applies patch series to the sources that they were made from, with git, patch and gofmt.

usage: patches.py FOLDER...

FOLDER is the patches/ folder of a cluster, below generated/ or a golden case's expected/; its sources
are those that the config names. The series must name each patch once and no other, apply with git am
and with patch, to the same bytes, and what comes out must be as gofmt would have it.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import yaml


def run(*command, cwd):
    environment = {
        **os.environ, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
        "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@b",
    }
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise ValueError(f"{' '.join(map(str, command))}: {done.stdout}{done.stderr}")
    return done.stdout


def gofmt():
    go = pathlib.Path(sys.executable).parent / "go"
    root = subprocess.run([go, "env", "GOROOT"], capture_output=True, text=True).stdout.strip()
    return pathlib.Path(root) / "bin" / "gofmt"


def contents(folder):
    return {
        str(p.relative_to(folder)): p.read_bytes()
        for p in sorted(folder.rglob("*.go")) if ".git" not in p.parts}


def sources(patches):
    """The folder that the config of a cluster names as its sources."""
    cluster, tree = patches.parent, patches.parent.parent
    config = tree.parent / "config"
    files = sorted(config.glob("*.yaml")) if config.is_dir() else [config.with_suffix(".yaml")]
    for file in files:
        said = yaml.safe_load(file.read_text())
        defaults = said.get("clusterDefaults") or {}
        found = (said.get("clusters") or {}).get(cluster.name)
        if found is not None:
            flyte = {**(defaults.get("flyte") or {}), **(found.get("flyte") or {})}
            return file.parent / flyte["source"]["path"]
    raise ValueError(f"no config beside it has the cluster {cluster.name}")


def series(patches):
    """The patches in order."""
    names = (patches / "series").read_text().split()
    there = sorted(p.name for p in patches.iterdir() if p.name != "series")
    if sorted(names) != there:
        raise ValueError(f"series names {names}, but there are {there}")
    return names


def check(patches):
    names = series(patches)
    files = [str((patches / name).resolve()) for name in names]
    with tempfile.TemporaryDirectory() as folder:
        mailed, patched = pathlib.Path(folder) / "am", pathlib.Path(folder) / "patch"
        shutil.copytree(sources(patches), mailed)
        shutil.copytree(mailed, patched)
        run("git", "init", "-q", cwd=mailed)
        run("git", "add", "-A", cwd=mailed)
        run("git", "commit", "-qm", "sources", cwd=mailed)
        run("git", "am", "-q", "--whitespace=error-all", *files, cwd=mailed)
        for file in files:
            run("patch", "-p1", "--fuzz=0", "-s", "-i", file, cwd=patched)
        if contents(mailed) != contents(patched):
            raise ValueError("git am and patch give different files")
        untidy = run(gofmt(), "-l", ".", cwd=mailed)
        if untidy:
            raise ValueError(f"gofmt would change {untidy}")
    return len(files)


def main(folders):
    passed, failed, count = 0, 0, 0
    for folder in map(pathlib.Path, folders):
        try:
            count += check(folder)
            passed += 1
        except (ValueError, KeyError, OSError) as error:
            failed += 1
            print(f"{folder}: {error}", file=sys.stderr)
    print(f"judge patches: {passed} passed, {failed} failed ({count} patches)")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
