"""Holds what is written to what a config means, for texts that are hard to quote.

usage: quoting.py TOOL CHARTS COUNT SEED

Random texts of quotes, braces, marks of YAML and scalars that draw them into one character go into a
config as environment values, annotations and co-pilot's paths. PyYAML must read them from the
templates, and real Helm, on the charts' `tpl`, must give them back. A seed gives the same texts always.
"""
import pathlib
import random
import subprocess
import sys
import tempfile

import yaml

import helm_overlays

PIECES = [
    "'", '"', "`", "\\", "$", "${HOME}", "{{", "}}", "{", "}", "{{`", "`}}", "{{/*", "*/}}", "{{-",
    "-}}", " .Release.Name ", ' fail "owned" ', " end ", ": ", " #", "- ", "[", "]", ",", "&a", "*a",
    "!!int 1", "=", "yes", "0x1F", "1e3", "12:30", "~", "|", ">", "%", "@", "?", " ", "a", "\n", "\t",
    "\r", "\x01", "\x1b[2J", "\x7f", "\x85", "\x9b1m", "\xa0", "\u2028", "\u2029", "\u202e", "\u2066",
    "\ufeff", "\ufffd", "\ue000", "é", "e\u0301", "\u212a", "日本", "👩\u200d🚀",
]
BINDERS = ["", "", "\u0301", "\u0600", "\U000110bd", "\u200d", "\ufe0f", "\u20dd", "\U0001f3fb", "\u094d"]
CHARTS = ["flyte-core", "flyte-binary", "flyte"]


def text(dice):
    return "".join(
        dice.choice(BINDERS) + dice.choice(PIECES) + dice.choice(BINDERS)
        for _ in range(dice.randint(1, 8)))


def path_of(value):
    """The text as a path that Helm can be given: a value with one of these scalars makes its `toYaml`
    give nothing at all."""
    return "/" + "".join(c for c in value if c != "\x7f" and not "\x80" <= c < "\xa0")


def quoted(value):
    """The text in YAML's double quotes, with nothing in it but letters of ASCII."""
    return '"' + "".join(
        c if c.isascii() and c.isalnum() else f"\\U{ord(c):08X}" for c in value) + '"'


def config(texts):
    lines = ["apiVersion: flyte-harden/v1", "profiles:"]
    for number, value in enumerate(texts):
        lines.append(
            f"  p{number}: {{ extends: builtin/restricted, podMetadata: {{ annotations: {{ note: {quoted(value)} }} }},"
            f" containers: {{ env: [{{ name: A, value: {quoted(value)} }}] }} }}")
    lines += ["clusterDefaults:", '  kubernetes: { version: "1.31" }', "  namespaces: [{ name: x }]", "clusters:"]
    for number, value in enumerate(texts):
        chart = CHARTS[number % len(CHARTS)]
        version = "v1.15.1" if chart == "flyte" else "v1.15.3"
        lines.append(
            f"  c{number}: {{ flyte: {{ version: {version} }}, chart: {{ name: {chart}, from: source }},"
            f" copilot: {{ defaultInputPath: {quoted(path_of(value))}, defaultOutputPath: /o }},"
            f" assign: [{{ profile: p{number} }}] }}")
    return "\n".join(lines) + "\n"


def path_behind(charts, overlay):
    """co-pilot's input path where real Helm puts it."""
    name = overlay.name.removesuffix("-values.yaml")
    with tempfile.TemporaryDirectory() as folder:
        chart = helm_overlays.with_dependencies(charts, name, pathlib.Path(folder))
        values = yaml.safe_load(overlay.read_text(encoding="utf-8"))
        found = helm_overlays.configuration(helm_overlays.render(chart, values))
    return found["k8s"]["co-pilot"].get("default-input-path") if found else None


def faults(folder, number, value, charts):
    """What of one cluster does not say what the config means."""
    template = yaml.safe_load((folder / "pod-templates/x.yaml").read_text(encoding="utf-8"))
    note = template["template"]["metadata"]["annotations"]["note"]
    said = [e["value"] for c in template["template"]["spec"]["containers"] for e in c.get("env", [])]
    if note != value or not said or any(s != value for s in said):
        yield f"c{number}: {value!r} is {note!r} and {said!r} in the template"
    overlays = list((folder / "helm").glob("*-values.yaml"))
    if not overlays:
        yield f"c{number}: no overlay"
    for overlay in overlays:
        got = path_behind(charts, overlay)
        if got != path_of(value):
            yield f"c{number}: {path_of(value)!r} is {got!r} behind {overlay.name}"


def main(arguments):
    tool, charts = pathlib.Path(arguments[0]).resolve(), pathlib.Path(arguments[1])
    count, dice = int(arguments[2]), random.Random(int(arguments[3]))
    texts = [text(dice) for _ in range(count)]
    found = []
    with tempfile.TemporaryDirectory() as place:
        place = pathlib.Path(place)
        (place / "c.yaml").write_text(config(texts), encoding="utf-8")
        run = subprocess.run(
            [tool, "generate", "--config", place / "c.yaml", "--output", place / "out"],
            capture_output=True, text=True, encoding="utf-8")
        if run.returncode:
            print(run.stderr[-4000:], file=sys.stderr)
            return 1
        for number, value in enumerate(texts):
            found += faults(place / f"out/c{number}", number, value, charts)
    for fault in found:
        print(fault, file=sys.stderr)
    print(f"judge quoting: {count - len(found)} of {count} texts came through YAML and Helm")
    return 1 if found or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
