"""Times what reads a Flyte repository beside git reading the same one.

usage: releases.py BINARY REPOSITORY

Whole processes, in one run, interleaved; the median of several rounds. A cluster's generate from the
repository stands beside git comparing two of its releases, the table of all releases beside git
searching the folder that patches are about in the same releases.
"""
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

from walk import run

RELEASE, NEXT = "v1.15.2", "v1.15.3"
FOLDER = "flyteplugins/go/tasks/pluginmachinery/flytek8s"
CONFIG = """\
apiVersion: flyte-harden/v1
profiles:
  strict: {{ extends: builtin/restricted }}
clusters:
  bench:
    flyte: {{ version: {release}, source: {{ repository: {repository}, ref: {release} }} }}
    kubernetes: {{ version: "1.31" }}
    namespaces: [{{ name: bench }}]
    assign: [{{ profile: strict }}]
"""
ROUNDS = 7


def tags(repository):
    """The releases that hold the folder which patches are about."""
    names = subprocess.run(
        ["git", "-C", repository, "tag", "--list", "v*"], capture_output=True, text=True, check=True)
    objects = "".join(f"{name}:{FOLDER}\n" for name in names.stdout.split())
    found = subprocess.run(
        ["git", "-C", repository, "cat-file", "--batch-check=%(objecttype)"], input=objects,
        capture_output=True, text=True, check=True)
    pairs = zip(names.stdout.split(), found.stdout.splitlines())
    return [name for name, answer in pairs if answer == "tree"]


def rows(binary, repository, folder):
    """What is timed: a name, a target in seconds, the command, and git's beside it."""
    config = folder / "config.yaml"
    config.write_text(CONFIG.format(release=RELEASE, repository=repository))
    releases = tags(repository)
    if RELEASE not in releases or NEXT not in releases:
        sys.exit(f"{repository} does not have {RELEASE} and {NEXT}")
    git = ("git", "-C", repository)
    yield ("generate, one release", 0.030,
           lambda n: (binary, "generate", "--config", config, "--output", folder / f"out-{n}"),
           (*git, "diff", "--stat", RELEASE, NEXT))
    yield (f"patches, {len(releases)} releases", 2.0,
           lambda n: (binary, "patches", repository, "--tags", ".."),
           (*git, "grep", "-c", "SecurityContext", *releases, "--", FOLDER))


def main(arguments):
    binary = str(pathlib.Path(arguments[0]).resolve())
    print()
    if len(arguments) < 2 or not arguments[1]:
        print("patches: left out; make bench FLYTE=<git repository> times them")
        return
    repository = str(pathlib.Path(arguments[1]).resolve())
    root = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=root) as folder:
        print("from a Flyte repository    target       took       git  ratio  peak MiB  git's command")
        for name, target, command, judge in rows(binary, repository, pathlib.Path(folder)):
            took, beside, peak = [], [], 0
            for n in range(ROUNDS):
                seconds, memory = run(*map(str, command(n)))
                took.append(seconds)
                peak = max(peak, memory)
                beside.append(run(*judge)[0])
            mine, git = statistics.median(took), statistics.median(beside)
            words = " ".join(judge[3:6] if judge[3] == "diff" else judge[3:5])
            print(f"{name:25} {target:7.3f}s   {mine:7.3f}s  {git:7.3f}s  {mine / git:5.2f}  {peak:8.1f}"
                  f"  git {words}…")


if __name__ == "__main__":
    main(sys.argv[1:])
