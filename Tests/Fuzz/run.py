"""Runs the program on very many spoiled inputs.

    run.py TOOL [COUNT] [SEED] [FIRST]

Each number from FIRST on is a case: the same seed and number give the same input and the same command.
A run may end with 0, 1, 2 or 64, within 5 seconds of the processor's time and 500 MB. What does not is
kept under .fuzz/, with the command that shows it again.
"""

import collections
import multiprocessing
import os
import resource
import shutil
import signal
import sys
import tempfile
import time

from cases import Seeds, Workshop

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
KEPT = os.path.join(REPOSITORY, ".fuzz")
STATUSES = {0, 1, 2, 64}
SECONDS = 5
KILOBYTES = 500 * 1024
# A run that waits for something uses no time of the processor.
PATIENCE = 120

Result = collections.namedtuple("Result", "number kind command status seconds kilobytes fault")


def run(words, folder, complaint):
    """Status, seconds and kilobytes of one run; a signal is a negative status."""
    process = os.fork()
    if process == 0:
        # A run that never ends is stopped soon after it has used up its time.
        resource.setrlimit(resource.RLIMIT_CPU, (4 * SECONDS, 4 * SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        null = os.open(os.devnull, os.O_RDWR)
        os.dup2(null, 0)
        os.dup2(null, 1)
        os.dup2(os.open(complaint, os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
        os.chdir(folder)
        try:
            os.execv(words[0], words)
        finally:
            os._exit(127)
    signal.signal(signal.SIGALRM, lambda *_: os.kill(process, signal.SIGKILL))
    signal.alarm(PATIENCE)
    _, status, usage = os.wait4(process, 0)
    signal.alarm(0)
    code = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
    return code, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def fault(status, seconds, kilobytes):
    if status not in STATUSES:
        return f"signal {-status}" if status < 0 else f"exit status {status}"
    if seconds > SECONDS:
        return f"{seconds:.1f} seconds"
    if kilobytes > KILOBYTES:
        return f"{kilobytes // 1024} MB"
    return None


def work(tool, seed, numbers, results):
    folder = tempfile.mkdtemp(prefix="flyte-harden-fuzz-")
    try:
        workshop = Workshop(os.path.join(folder, "shop"), tool, Seeds(REPOSITORY))
        complaint = os.path.join(folder, "complaint")
        for number in numbers:
            kind, words, spoiled = workshop.lay_out(seed, number)
            status, seconds, kilobytes = run([tool, *words], workshop.folder, complaint)
            wrong = fault(status, seconds, kilobytes)
            if wrong:
                keep(number, kind, words, spoiled, wrong, complaint, workshop.folder)
            results.put(Result(number, kind, words[0], status, seconds, kilobytes, wrong))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        results.put(None)


def keep(number, kind, words, spoiled, wrong, complaint, folder):
    place = os.path.join(KEPT, str(number))
    shutil.rmtree(place, ignore_errors=True)
    os.makedirs(place)
    for path in [spoiled, os.path.join(folder, "config.yaml")]:
        if os.path.exists(path):
            shutil.copy(path, place)
    shutil.copy(complaint, os.path.join(place, "complaint.txt"))
    with open(os.path.join(place, "case.txt"), "w") as file:
        file.write(f"{wrong}\n{kind}: {os.path.relpath(spoiled, folder)}\n{' '.join(words)}\n")


def main():
    tool = os.path.abspath(sys.argv[1])
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 50_000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    first = int(sys.argv[4]) if len(sys.argv) > 4 else 0
    jobs = max(1, min(os.cpu_count() or 1, count))
    results = multiprocessing.Queue()
    started = time.monotonic()
    for job in range(jobs):
        numbers = range(first + job, first + count, jobs)
        multiprocessing.Process(
            target=work, args=(tool, seed, numbers, results), daemon=True).start()
    left, all_results = jobs, []
    while left:
        result = results.get()
        if result is None:
            left -= 1
            continue
        all_results.append(result)
        if result.fault:
            print(f"case {result.number}: {result.kind}, {result.command}: {result.fault}", flush=True)
        elif len(all_results) % 5_000 == 0:
            print(f"{len(all_results)} of {count}", flush=True)
    sys.exit(report(all_results, count, seed, time.monotonic() - started))


def report(results, count, seed, seconds):
    def table(name):
        counts = collections.Counter(getattr(result, name) for result in results)
        return ", ".join(f"{key} {counts[key]}" for key in sorted(counts))

    faults = [result for result in results if result.fault]
    print(f"{len(results)} of {count} cases of seed {seed} in {seconds:.0f} seconds")
    for name in ["kind", "command", "status"]:
        print(f"  {name}: {table(name)}")
    if results:
        slowest = max(results, key=lambda result: result.seconds)
        largest = max(results, key=lambda result: result.kilobytes)
        print(f"  slowest: {slowest.seconds:.2f} seconds, case {slowest.number}")
        print(f"  largest: {largest.kilobytes // 1024} MB, case {largest.number}")
    print(f"{len(faults)} faults" + (f", kept in {KEPT}" if faults else ""))
    return 0 if not faults and len(results) == count else 1


if __name__ == "__main__":
    main()
