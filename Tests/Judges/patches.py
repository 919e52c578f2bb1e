"""Applies patch series to the sources that they were made from, with git, patch and gofmt.

usage: patches.py FOLDER...

FOLDER is a cluster's patches/ folder. Its sources are config/sample-flyte: the series must apply with
git am and with patch, to the same bytes, and what comes out must be as gofmt would have it.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SOURCES = pathlib.Path("config/sample-flyte")


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


def check(patches):
    names = (patches / "series").read_text().split()
    files = [str((patches / name).resolve()) for name in names]
    with tempfile.TemporaryDirectory() as folder:
        mailed, patched = pathlib.Path(folder) / "am", pathlib.Path(folder) / "patch"
        shutil.copytree(SOURCES, mailed)
        shutil.copytree(SOURCES, patched)
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
    passed, failed = 0, 0
    for folder in map(pathlib.Path, folders):
        try:
            passed += check(folder)
        except (ValueError, OSError) as error:
            failed += 1
            print(f"{folder}: {error}", file=sys.stderr)
    print(f"judge patches: {passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
