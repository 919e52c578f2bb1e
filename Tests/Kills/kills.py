"""Kills generate and vendor at random points, and looks whether one more run mends everything.

usage: kills.py BINARY [KILLS [SEED]]

KILLS (300) of generate and as many of vendor, by INT, TERM and KILL, half of them at any time of the
run, half in the time in which it writes. After each kill

- nothing of the user's is changed;
- a file that stands under its name is whole: it has the bytes of before or of after;
- after INT and TERM all is as before or as after, and the status is 128 and the number, or 0; while
  the process is still loading, the signal itself may end it, with all as before;
- one more run, of the same command or of another, gives what it gives without a kill: every file,
  its bytes and its mode, and no other folder.

Ends with 1 where one of these does not hold.
"""
import collections
import os
import pathlib
import random
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGKILL]
WORKSHOP = ".flyte-harden-new"
CONFIG = """\
apiVersion: flyte-harden/v1
profiles:
  strict:
    extends: builtin/restricted
    pod: {{ securityContext: {{ runAsUser: {user} }} }}
clusters:
{clusters}"""
CLUSTER = """\
  {name}:
    flyte: {{ version: v1.15.3, namespace: flyte }}
    kubernetes: {{ version: "1.31" }}
    chart: {chart}
    namespaces:
      - projects: [{projects}]
        domains: [development, production]
    assign:
      - {{ profile: strict }}
"""


def config(*clusters, user=1000):
    """A config: each cluster a name, a chart and the first and last number of its projects."""
    return CONFIG.format(user=user, clusters="".join(
        CLUSTER.format(
            name=name, chart=chart, projects=", ".join(f"p-{n:03}" for n in range(first, last)))
        for name, chart, first, last in clusters))


def tree(folder):
    """Every file, link and folder below a folder: kind and mode, and bytes."""
    found = {}
    for path in sorted(folder.rglob("*")):
        status = path.lstat()
        content = None
        if stat.S_ISREG(status.st_mode):
            content = path.read_bytes()
        elif stat.S_ISLNK(status.st_mode):
            content = os.readlink(path).encode()
        found[str(path.relative_to(folder))] = (oct(status.st_mode), content)
    return found


class Scene:
    """A folder `work`, what is in it of the user's, and a command that changes it."""

    def __init__(self, name, folder, users, command, other):
        self.name, self.folder, self.users = name, folder, users
        self.command, self.other = command, other
        self.before = folder / f"{name}-before"
        self.work = folder / "work"

    def reset(self):
        shutil.rmtree(self.work, ignore_errors=True)
        shutil.copytree(self.before, self.work, symlinks=True)

    def run(self, command):
        start = time.perf_counter()
        result = subprocess.run(command, cwd=self.work, capture_output=True, text=True)
        if result.returncode != 0:
            sys.exit(f"{self.name}: {' '.join(map(str, command))}: {result.stderr}")
        return time.perf_counter() - start

    def prepare(self):
        """What the runs give without a kill, and how long the first takes."""
        self.start = {}
        times = []
        for _ in range(3):
            self.reset()
            self.start = tree(self.work)
            times.append(self.run(self.command))
        self.seconds = sorted(times)[1]
        self.clean = tree(self.work)
        self.reset()
        self.run(self.other)
        self.clean_other = tree(self.work)

    def writing(self):
        """Whether a run has begun to write."""
        return any(
            os.path.lexists(self.work / place / WORKSHOP) for place in self.watched)

    def kill(self, number, at_writing, random):
        """One kill at a random point; how the run ended."""
        process = subprocess.Popen(
            self.command, cwd=self.work, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        if at_writing:
            while process.poll() is None and not self.writing():
                pass
            wait = random.uniform(0, self.seconds / 2)
        else:
            wait = random.uniform(0, self.seconds * 1.05)
        end = time.perf_counter() + wait
        while time.perf_counter() < end and process.poll() is None:
            pass
        process.send_signal(number)
        return process.wait()

    def faults(self, number, status):
        """What does not hold after a kill."""
        now = tree(self.work)
        for path in self.users:
            if now.get(path) != self.start[path]:
                yield f"the user's {path} is not what it was"
        for path, (mode, content) in now.items():
            if WORKSHOP in path or content is None:
                continue
            if (mode, content) not in (self.start.get(path), self.clean.get(path)):
                yield f"{path} is neither as before nor as after"
        if number != signal.SIGKILL:
            if status not in (0, 128 + number) and (status != -number or now != self.start):
                yield f"the status is {status}"
            if now not in (self.start, self.clean):
                yield "it is neither as before nor as after"
        elif status not in (0, -number):
            yield f"the status is {status}"

    def state(self):
        now = tree(self.work)
        if now == self.start:
            return "as before"
        if now == self.clean:
            return "done"
        placed = any(
            now.get(path) == entry and entry != self.start.get(path)
            for path, entry in self.clean.items() if entry[1] is not None)
        return "half placed" if placed else "half made"

    def differences(self, expected):
        now = tree(self.work)
        for path in sorted(now.keys() | expected.keys()):
            if now.get(path) != expected.get(path):
                yield f"after one more run {path} differs"

    def round(self, random):
        """A kill and one more run: the signal, the state between, and the faults."""
        self.reset()
        number = random.choice(SIGNALS)
        status = self.kill(number, random.random() < 0.5, random)
        faults = list(self.faults(number, status))
        state = self.state()
        same = random.random() < 0.7
        result = subprocess.run(
            self.command if same else self.other, cwd=self.work, capture_output=True, text=True)
        if result.returncode != 0:
            faults.append(f"one more run: {result.stderr.strip()}")
        faults += self.differences(self.clean if same else self.clean_other)
        return number, state, faults


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def generate_scenes(binary, folder):
    """Scenes of generate: new clusters, more of one, all of it otherwise, and one that is gone."""
    two = [("one", "flyte-binary", 0, 60), ("two", "flyte-core", 0, 60)]
    configs = {
        "small": config(("one", "flyte-binary", 0, 60), two[1]),
        "large": config(("one", "flyte-binary", 0, 160), two[1]),
        "changed": config(
            ("one", "flyte-core", 30, 90), ("two", "flyte-core", 0, 60), user=2000),
        "renamed": config(("uno", "flyte-binary", 0, 60), ("two", "flyte-core", 30, 60)),
    }
    for name, text in configs.items():
        write(folder / f"{name}.yaml", text)

    def command(name):
        return [binary, "generate", "--config", str(folder / f"{name}.yaml"), "--output", "out"]

    for name, first, then, other in [
        ("new", None, "small", "changed"), ("more", "small", "large", "small"),
        ("changed", "small", "changed", "large"), ("renamed", "small", "renamed", "small"),
    ]:
        scene = Scene(f"generate-{name}", folder, [], command(then), command(other))
        out = scene.before / "out"
        out.mkdir(parents=True)
        if first:
            subprocess.run(command(first), cwd=scene.before, check=True, capture_output=True)
            shutil.copytree(out / "one", out / "one-before-upgrade")
            if then != "renamed":
                write(out / "one/notes.txt", "mine\n")
                write(out / "one/pod-templates/mine.yaml", "mine: true\n")
        write(out / "README.md", "mine\n")
        write(out / "mine/setup.yaml", "my: own\n")
        write(out / "mine/SHA256SUMS", "0" * 64 + "  setup.yaml\n")
        write(out / f"{WORKSHOP}-7/precious", "mine\n")
        (out / f"{WORKSHOP}-8").mkdir()
        os.symlink("mine", out / "link")
        scene.users = [
            path for path in tree(scene.before)
            if any(word in path for word in
                   ("README", "mine", "notes", "before-upgrade", "-7", "-8", "link"))]
        scene.watched = ["out", "out/one", "out/two"]
        yield scene


def repository(folder):
    """A git repository with two releases of the sample sources."""
    place = folder / "flyte"
    shutil.copytree(ROOT / "config/sample-flyte", place)

    def git(*words):
        subprocess.run(
            ["git", "-c", "user.name=a", "-c", "user.email=a@example.invalid", *words], cwd=place,
            check=True, capture_output=True)

    git("init", "-q")
    git("add", "-A")
    git("commit", "-qm", "one")
    git("tag", "one")
    files = sorted(place.rglob("flytek8s/*.go"))
    for path in files[:-1]:
        path.write_text(path.read_text() + "\n// more\n")
    files[-1].unlink()
    git("commit", "-qam", "two")
    git("tag", "two")
    return place


def vendor_scenes(binary, folder):
    """Scenes of vendor: into no folder, an empty one, and over a copy of another release."""
    place = repository(folder)

    def command(ref):
        return [binary, "vendor", str(place), ref, "copy"]

    for name, first, then, other in [
        ("new", None, "one", "two"), ("empty", "", "one", "two"), ("newer", "one", "two", "one"),
        ("older", "two", "one", "two"),
    ]:
        scene = Scene(f"vendor-{name}", folder, [], command(then), command(other))
        scene.before.mkdir()
        if first is not None:
            (scene.before / "copy").mkdir()
        if first:
            subprocess.run(command(first), cwd=scene.before, check=True, capture_output=True)
            write(scene.before / "copy/notes.txt", "mine\n")
            write(scene.before / f"copy/{WORKSHOP}-2/precious", "mine\n")
        write(scene.before / "README.md", "mine\n")
        (scene.before / f"{WORKSHOP}-5").mkdir()
        scene.users = [
            path for path in tree(scene.before)
            if any(word in path for word in ("README", "notes", "-2", "-5"))]
        scene.watched = [".", "copy"]
        yield scene


def main(arguments):
    binary = str(pathlib.Path(arguments[0]).resolve())
    kills = int(arguments[1]) if len(arguments) > 1 else 300
    seed = int(arguments[2]) if len(arguments) > 2 else random.randrange(1 << 32)
    chance = random.Random(seed)
    bad = 0
    print(f"seed {seed}")
    print("scene             kills   INT  TERM  KILL  as before  half made  half placed  done")
    with tempfile.TemporaryDirectory() as name:
        for scenes in (generate_scenes, vendor_scenes):
            folder = pathlib.Path(name) / scenes.__name__
            folder.mkdir()
            made = list(scenes(binary, folder))
            for index, scene in enumerate(made):
                scene.prepare()
                counts = collections.Counter()
                rounds = kills * (index + 1) // len(made) - kills * index // len(made)
                for _ in range(rounds):
                    number, state, faults = scene.round(chance)
                    counts[number] += 1
                    counts[state] += 1
                    bad += bool(faults)
                    for fault in faults[:5]:
                        print(f"{scene.name}: {signal.Signals(number).name}, {state}: {fault}")
                print(
                    f"{scene.name:16}  {rounds:5} {counts[SIGNALS[0]]:5} {counts[SIGNALS[1]]:5}"
                    f" {counts[SIGNALS[2]]:5}  {counts['as before']:9}  {counts['half made']:9}"
                    f"  {counts['half placed']:11}  {counts['done']:4}", flush=True)
    print(f"{bad} of {2 * kills} kills left something that one more run does not mend")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
