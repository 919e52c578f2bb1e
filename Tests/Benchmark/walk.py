"""Times generate, verify, an unchanged generate and the summary of a change beside cp -r and diff -rq
of the same output.

usage: walk.py BINARY [SIZE...]

Whole processes on a memory file system, in one run, interleaved; the median of several rounds. The
ratio to cp or diff is what counts: the seconds belong to the machine.
"""
import os
import pathlib
import shutil
import statistics
import sys
import tempfile
import time

CONFIG = """\
apiVersion: flyte-harden/v1
profiles:
  strict:
    extends: builtin/restricted
{change}clusters:
  bench:
    flyte: {{ version: v1.16.8, namespace: flyte }}
    kubernetes: {{ version: "1.31" }}
    chart: flyte-binary
    namespaces:
      - projects: [{projects}]
        domains: [development, production]
    assign:
      - {{ profile: strict }}
"""
CHANGE = "    containers: { securityContext: { readOnlyRootFilesystem: true } }\n"
ENTRIES = """\
apiVersion: flyte-harden/v1
profiles:
  strict:
    extends: builtin/restricted
    pod: {{ volumes: [{volumes}] }}
    containers: {{ env: [{env}], volumeMounts: [{mounts}] }}
    primary: {{ env: [{env}] }}
clusters:
  bench:
    flyte: {{ version: v1.16.8, namespace: flyte }}
    kubernetes: {{ version: "1.31" }}
    chart: flyte-binary
    namespaces: [{{ projects: [a], domains: [development] }}]
    assign: [{{ profile: strict }}]
"""
ROUNDS = 5


def run(*command):
    """Wall seconds and peak memory in MiB of a process that must succeed."""
    start = time.perf_counter()
    pid = os.posix_spawn(
        shutil.which(command[0]) or command[0], command, os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, f, os.devnull, os.O_WRONLY, 0) for f in (1, 2)])
    _, status, usage = os.wait4(pid, 0)
    seconds = time.perf_counter() - start
    if status:
        sys.exit(f"{' '.join(map(str, command))}: exit {os.waitstatus_to_exitcode(status)}")
    return seconds, usage.ru_maxrss / 1024


def measure(binary, size, folder):
    """One row of the table for a number of namespaces."""
    config = folder / f"config-{size}"
    config.mkdir()
    projects = ", ".join(f"project-{n:05}" for n in range(size // 2))
    (config / "config.yaml").write_text(CONFIG.format(projects=projects, change=""))
    changed = folder / f"changed-{size}.yaml"
    changed.write_text(CONFIG.format(projects=projects, change=CHANGE))
    times = {
        "generate": [], "cp -r": [], "verify": [], "unchanged": [], "diff -rq": [], "summary": []}
    peak = 0
    for round in range(ROUNDS):
        output, copy = folder / f"out-{size}-{round}", folder / f"copy-{size}-{round}"
        steps = {
            "generate": (binary, "generate", "--config", config, "--output", output),
            "cp -r": ("cp", "-r", output, copy),
            "verify": (binary, "verify", "--config", config, "--output", output),
            "unchanged": (binary, "generate", "--config", config, "--output", output),
            "diff -rq": ("diff", "-rq", output, copy),
            "summary": (
                binary, "diff", "--config", changed, "--output", output, "--view", "summary",
                "--fail-on", "never"),
        }
        for name, command in steps.items():
            seconds, memory = run(*map(str, command))
            times[name].append(seconds)
            if command[0] == binary:
                peak = max(peak, memory)
    median = {name: statistics.median(values) for name, values in times.items()}
    for path in folder.glob(f"*-{size}-*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    return median, peak


def measure_entries(binary, size, folder):
    """Seconds of generate for a profile with a number of variables, mounts and volumes."""
    config = folder / f"entries-{size}"
    config.mkdir()
    every = range(size)
    (config / "config.yaml").write_text(ENTRIES.format(
        volumes=", ".join(f"{{name: v{n}, emptyDir: {{}}}}" for n in every),
        mounts=", ".join(f"{{name: v{n}, mountPath: /m/{n}}}" for n in every),
        env=", ".join(f"{{name: A{n}, value: x}}" for n in every)))
    return statistics.median(
        run(binary, "generate", "--config", str(config), "--output", str(folder / f"entries-{size}-{r}"))[0]
        for r in range(ROUNDS))


def main(arguments):
    binary = str(pathlib.Path(arguments[0]).resolve())
    sizes = [int(a) for a in arguments[1:]] or [100, 1000, 10000]
    root = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    print("namespaces  generate    cp -r  ratio    verify  unchanged  diff -rq  ratio  summary  peak MiB")
    with tempfile.TemporaryDirectory(dir=root) as folder:
        for size in sizes:
            m, peak = measure(binary, size, pathlib.Path(folder))
            print(
                f"{size:10}  {m['generate']:7.3f}s {m['cp -r']:7.3f}s  {m['generate'] / m['cp -r']:5.2f}"
                f"  {m['verify']:7.3f}s   {m['unchanged']:7.3f}s  {m['diff -rq']:7.3f}s"
                f"  {m['verify'] / m['diff -rq']:5.2f}  {m['summary']:6.3f}s  {peak:8.1f}")
        print("entries  generate  ratio to half as many (2: time grows with their number, 4: its square)")
        half = None
        for size in [500, 1000, 2000, 4000]:
            seconds = measure_entries(binary, size, pathlib.Path(folder))
            print(f"{size:7}  {seconds:7.3f}s  {seconds / half if half else float('nan'):5.2f}")
            half = seconds


if __name__ == "__main__":
    main(sys.argv[1:])
