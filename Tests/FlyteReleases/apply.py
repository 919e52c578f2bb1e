"""Applies the series that flyte-releases wrote to the releases they are for.

usage: apply.py REPOSITORY OUTPUT [GOFMT]

For every release whose series is unlike those before it, in a scratch clone: git apply --check, git
am in order, the files that the engine says, gofmt, and byte equality with git's own diff.
"""
import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile

ENVIRONMENT = {
    **os.environ, "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
    "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@b",
}


def run(*command, cwd, check=True):
    done = subprocess.run(
        list(map(str, command)), cwd=cwd, env=ENVIRONMENT, capture_output=True)
    if check and done.returncode:
        raise ValueError(f"{' '.join(map(str, command))[:200]}: {(done.stdout + done.stderr).decode(errors='replace')[:600]}")
    return done.stdout


def body(patch):
    """The diff of a mail patch."""
    return patch[patch.index(b"\ndiff --git") + 1: patch.rindex(b"-- \n")]


def progress(text):
    """Says on a terminal what is being done, in a line that the next one takes."""
    if sys.stderr.isatty():
        print(f"\r\033[K{text}", end="", file=sys.stderr, flush=True)


FOLDERS = (
    "flyteplugins/go/tasks/pluginmachinery", "flyteplugins/go/tasks/plugins/k8s",
    "flytepropeller/pkg/webhook")


def take(repository, clone, tag):
    """Makes the scratch repository hold what a release has in the folders that patches touch."""
    run("git", "am", "--abort", cwd=clone, check=False)
    run("git", "rm", "-rfq", "--ignore-unmatch", ".", cwd=clone)
    run("git", "clean", "-qfdx", cwd=clone)
    there = run("git", "ls-tree", "-d", "--name-only", tag, *FOLDERS, cwd=repository).decode().split()
    archive = run("git", "archive", tag, *there, cwd=repository)
    subprocess.run(["tar", "-x"], input=archive, cwd=clone, check=True)
    run("git", "add", "-A", cwd=clone)
    run("git", "commit", "-qm", tag, cwd=clone)
    return run("git", "rev-parse", "HEAD", cwd=clone).decode().strip()


def check(repository, clone, tag, folder, gofmt):
    patches = sorted(p.resolve() for p in folder.glob("*.patch"))
    base = take(repository, clone, tag)
    for patch in patches:
        run("git", "apply", "--check", "--whitespace=error-all", patch, cwd=clone)
        run("git", "am", "-q", "--whitespace=error-all", patch, cwd=clone)
        own = run("git", "diff", "--full-index", "HEAD~1", "HEAD", cwd=clone)
        if own != body(patch.read_bytes()):
            raise ValueError(f"{patch.name} is not what git diff gives")
    changed = run("git", "diff", "--name-only", base, "HEAD", cwd=clone).decode().split()
    for name in changed:
        if (clone / name).read_bytes() != (folder / "result" / name).read_bytes():
            raise ValueError(f"{name} is not what the engine made")
    untidy = run(gofmt, "-l", *changed, cwd=clone) if changed else b""
    if untidy:
        raise ValueError(f"gofmt would change {untidy.decode()}")
    return len(patches)


def main(arguments):
    repository, output = pathlib.Path(arguments[0]).resolve(), pathlib.Path(arguments[1])
    gofmt = pathlib.Path(arguments[2]).resolve() if len(arguments) > 2 else "gofmt"
    done, failed, series = {}, 0, 0
    with tempfile.TemporaryDirectory() as folder:
        clone = pathlib.Path(folder) / "flyte"
        run("git", "init", "-q", clone, cwd=folder)
        places = sorted(output.glob("*/*"))
        for number, place in enumerate(places):
            kind, tag = place.parts[-2:]
            progress(f"applying {number + 1} of {len(places)}: {kind}, {tag}")
            digest = hashlib.sha256()
            for patch in sorted(place.glob("*.patch")):
                digest.update(patch.read_bytes())
            if (kind, digest.hexdigest()) in done:
                continue
            done[kind, digest.hexdigest()] = tag
            try:
                series += check(repository, clone, tag, place, gofmt)
            except ValueError as error:
                failed += 1
                progress("")
                print(f"{kind} {tag}: {error}")
    progress("")
    print(f"{len(done) - failed} of {len(done)} distinct series apply, {series} patches")
    return 1 if failed or not done else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
