"""What is spoiled, and what is then run: each number of a seed gives one case, always the same."""

import os
import random
import shutil
import subprocess

from mutations import mutate

FLYTEK8S = "flyteplugins/go/tasks/pluginmachinery/flytek8s"

CONFIG = """apiVersion: flyte-harden/v1
{top}
profiles: {{ strict: {{ extends: builtin/restricted }} }}
clusters:
  one:
    flyte: {{ version: v1.15.3, source: {{ {source} }} }}
    kubernetes: {{ version: "1.31" }}
    chart: flyte-core
    namespaces: [{{ name: x }}, {{ projects: [a, b], domains: [dev] }}]
    assign: [{{ profile: strict }}]
"""


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


class Seeds:
    """The texts that are spoiled, all of them the repository's own."""

    def __init__(self, repository):
        cases = os.path.join(repository, "Tests/GoldenTests/Cases")
        configs = [os.path.join(repository, "config/flyte-harden.yaml")]
        for folder, _, names in sorted(os.walk(cases)):
            if "expected" not in folder.split(os.sep):
                configs += [os.path.join(folder, name) for name in sorted(names)
                            if name.endswith(".yaml")]
        self.configs = [read(path) for path in configs]
        self.sample = os.path.join(repository, "config/sample-flyte")
        sources = os.path.join(self.sample, FLYTEK8S)
        self.sources = {name: read(os.path.join(sources, name))
                        for name in sorted(os.listdir(sources)) if name.endswith(".go")}
        self.templates = {}
        for room in ["PodTemplate", "Helm", "Profile", "GoPatch", "Go"]:
            folder = os.path.join(repository, "Templates", room)
            for name in sorted(os.listdir(folder)):
                if not name.endswith(".md"):
                    self.templates[f"{room}/{name}"] = read(os.path.join(folder, name))


class Workshop:
    """A folder that cases are laid out in, one after the other."""

    def __init__(self, folder, tool, seeds):
        self.folder, self.tool, self.seeds = folder, tool, seeds
        shutil.rmtree(folder, ignore_errors=True)
        os.makedirs(folder)
        self.flyte = os.path.join(folder, "flyte")
        shutil.copytree(seeds.sample, self.flyte)
        self.write_config("path: flyte")
        # What a run before left, to be spoiled.
        self.out = os.path.join(folder, "out")
        subprocess.run([tool, "generate", *self.options], check=True, capture_output=True)
        self.written = {}
        for place, _, names in sorted(os.walk(self.out)):
            for name in sorted(names):
                path = os.path.join(place, name)
                self.written[os.path.relpath(path, self.out)] = read(path)
        self.git("init", "-q")
        self.git("add", "-A")
        self.git("commit", "-qm", "sources")
        self.git("tag", "v1.15.3")
        self.vendored = os.path.join(folder, "vendored")
        subprocess.run([tool, "vendor", self.flyte, "v1.15.3", self.vendored], check=True,
                       capture_output=True)
        self.manifest = read(os.path.join(self.vendored, "vendored.yaml"))

    @property
    def options(self):
        return ["--config", os.path.join(self.folder, "config.yaml"),
                "--output", os.path.join(self.folder, "out")]

    def write_config(self, source, top=""):
        write(os.path.join(self.folder, "config.yaml"), CONFIG.format(source=source, top=top).encode())

    def git(self, *words):
        name = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "gc.auto=0"]
        subprocess.run(["git", "-C", self.flyte, *name, *words], check=True, capture_output=True)

    def restore(self):
        """Everything as it was before the first case."""
        for name, data in self.seeds.sources.items():
            path = os.path.join(self.flyte, FLYTEK8S, name)
            if not os.path.exists(path) or read(path) != data:
                write(path, data)
        for name in ["own", "new", "copy", "out"]:
            shutil.rmtree(os.path.join(self.folder, name), ignore_errors=True)
        for name, data in self.written.items():
            write(os.path.join(self.out, name), data)
        write(os.path.join(self.vendored, "vendored.yaml"), self.manifest)

    def lay_out(self, seed, number):
        """Lays out a case; gives its kind, the words that run it, and what was spoiled."""
        chance = random.Random(f"{seed}:{number}")
        self.restore()
        kind = chance.choices(
            ["config", "source", "rule", "template", "output", "vendored", "shapes"],
            [45, 18, 14, 10, 6, 4, 3])[0]
        spoiled, commands = getattr(self, f"spoil_{kind}")(chance)
        words = chance.choice(commands)(chance)
        return kind, words, spoiled

    # Kinds: each gives the path that was spoiled, and what may be run.

    def spoil(self, chance, path, text, others):
        write(path, mutate(chance, text, others))
        return path

    def spoil_source(self, chance):
        name = chance.choice(sorted(self.seeds.sources))
        texts = list(self.seeds.sources.values())
        path = self.spoil(chance, os.path.join(self.flyte, FLYTEK8S, name), self.seeds.sources[name],
                          texts)
        if chance.random() < 0.15:
            # From a commit: `vendor` and sources at a ref read no work tree.
            self.write_config("repository: flyte, ref: HEAD")
            self.git("commit", "-q", "--allow-empty", "-am", "spoiled")
            return path, [self.generate, self.patches_ref, self.vendor]
        self.write_config("path: flyte")
        return path, [self.generate, self.verify, self.explain, self.patches_folder]

    def spoil_rule(self, chance):
        names = [name for name in sorted(self.seeds.templates) if name.endswith(".goedit")]
        return self.own(chance, names)

    def spoil_template(self, chance):
        names = [name for name in sorted(self.seeds.templates)
                 if not name.startswith("GoPatch/")]
        return self.own(chance, names)

    def spoil_shapes(self, chance):
        return self.own(chance, ["GoPatch/fingerprints.txt"])

    def own(self, chance, names):
        name = chance.choice(names)
        texts = [self.seeds.templates[name] for name in names]
        path = self.spoil(chance, os.path.join(self.folder, "own", name),
                          self.seeds.templates[name], texts)
        self.write_config("path: flyte", "templatesFolder: own")
        return path, [self.generate, self.verify, self.explain, self.patches_own, self.vendor_own]

    def spoil_output(self, chance):
        name = chance.choice(sorted(self.written))
        path = self.spoil(chance, os.path.join(self.out, name), self.written[name],
                          list(self.written.values()))
        self.write_config("path: flyte")
        return path, [self.verify, self.diff, self.again]

    def spoil_vendored(self, chance):
        path = self.spoil(chance, os.path.join(self.vendored, "vendored.yaml"), self.manifest,
                          [self.manifest])
        self.write_config("path: vendored")
        return path, [self.generate, self.verify, self.vendor_again]

    def spoil_config(self, chance):
        texts = self.seeds.configs
        path = self.spoil(chance, os.path.join(self.folder, "config.yaml"), chance.choice(texts),
                          texts)
        return path, [self.generate, self.verify, self.diff, self.explain, self.patches]

    # Commands: each gives the words behind the program's name.

    def generate(self, chance):
        return ["generate", *self.options[:2], "--output", os.path.join(self.folder, "new")]

    def again(self, chance):
        return ["generate", *self.options]

    def verify(self, chance):
        return ["verify", *self.options]

    def diff(self, chance):
        return ["diff", *self.options]

    def explain(self, chance):
        tasks = ["container", "copilot", "copilot-inputs", "copilot-outputs", "pod", "pod-copilot",
                 "pod-helpers"]
        words = ["explain", chance.choice(["x", "a-dev", "fraud-production", "nowhere"]),
                 "--task", chance.choice(tasks), *self.options]
        return words + (["--patched"] if chance.random() < 0.5 else [])

    def patches(self, chance):
        return ["patches", *self.options[:2], "--format", chance.choice(["text", "json"])]

    def patches_folder(self, chance):
        return ["patches", self.flyte, "--format", chance.choice(["text", "json"])]

    def patches_ref(self, chance):
        return ["patches", self.flyte, "--ref", "HEAD", "--tags", ".."]

    def patches_own(self, chance):
        return ["patches", self.flyte, "--templates", os.path.join(self.folder, "own")]

    def vendor(self, chance):
        return ["vendor", self.flyte, "HEAD", os.path.join(self.folder, "copy")]

    def vendor_own(self, chance):
        return [*self.vendor(chance), "--templates", os.path.join(self.folder, "own")]

    def vendor_again(self, chance):
        return ["vendor", self.flyte, "v1.15.3", self.vendored]
