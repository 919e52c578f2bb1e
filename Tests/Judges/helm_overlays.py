"""Renders generated overlays with real Helm and checks where their values land.

usage: helm_overlays.py CHARTS OVERLAY...

CHARTS holds chart folders by name; an OVERLAY is called <chart>-values.yaml. For each: every value
under plugins.k8s and webhook must be read back, after Flyte's own merge of its configuration files, exactly as
the overlay means it: the charts put these values through `tpl`, so a literal `{{` stands there as an action
that prints it; every image must reach its workload or setting; nothing that the chart says
by default may be lost; and every label must be a text that Kubernetes takes.
"""
import pathlib
import re
import shutil
import sys
import tempfile

import yaml
from helm_python.chart import Chart

LABEL = re.compile(r"([A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?)?")


def with_dependencies(charts, name, into):
    """Copies a chart with its local dependencies: Helm renders a chart without them in silence."""
    target = into / name
    shutil.copytree(charts / name, target)
    meta = yaml.safe_load((target / "Chart.yaml").read_text())
    for dependency in meta.get("dependencies") or []:
        if not dependency.get("repository", "").startswith("file://"):
            continue
        if (charts / dependency["name"]).is_dir():
            (target / "charts").mkdir(exist_ok=True)
            with_dependencies(charts, dependency["name"], target / "charts")
    (target / "Chart.lock").unlink(missing_ok=True)
    return target


def render(chart, values):
    """All objects that a chart makes of some values."""
    with Chart.load(str(chart)) as loaded:
        files = loaded.render(values=values, name="flyte", namespace="flyte")
    texts = files.values() if isinstance(files, dict) else [files]
    found = []
    for text in texts:
        found += [d for d in yaml.safe_load_all(text) if isinstance(d, dict)]
    return found


def merged(into, other):
    """Flyte's merge of two configuration files: maps are merged, the rest is replaced."""
    for key, value in other.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            merged(into[key], value)
        else:
            into[key] = value
    return into


def configuration(objects):
    """plugins.k8s and webhook as the one who builds pods reads them; None when no ConfigMap has them."""
    found = None
    for item in objects:
        if item.get("kind") not in ("ConfigMap", "Secret"):
            continue
        files = {**(item.get("data") or {}), **(item.get("stringData") or {})}
        config = {}
        for file in sorted(files):
            if not file.endswith(".yaml"):
                continue
            try:
                content = yaml.safe_load(files[file])
            except yaml.YAMLError:
                continue
            if isinstance(content, dict):
                merged(config, content)
        settings = (config.get("plugins") or {}).get("k8s")
        if settings is not None and "co-pilot" in settings:
            found = {"k8s": settings, "webhook": config.get("webhook") or {}}
    return found


def images(objects):
    """Every image of every workload."""
    found = set()
    for item in objects:
        spec = ((item.get("spec") or {}).get("template") or {}).get("spec") or {}
        for container in (spec.get("containers") or []) + (spec.get("initContainers") or []):
            found.add(container.get("image"))
    return found


def wrong_labels(objects):
    """Labels, of objects and of the pods they make, that the API server would refuse."""

    def walk(tree):
        if isinstance(tree, list):
            for item in tree:
                yield from walk(item)
        elif isinstance(tree, dict):
            for key, value in tree.items():
                if key in ("labels", "matchLabels") and isinstance(value, dict):
                    yield from value.items()
                else:
                    yield from walk(value)

    for name, value in walk(objects):
        if not isinstance(value, str) or not LABEL.fullmatch(value):
            yield name, value


def leaves(tree, path=()):
    """Every value of a tree that is not a mapping, by its path."""
    if isinstance(tree, dict) and tree:
        for key, value in tree.items():
            yield from leaves(value, path + (str(key),))
    else:
        yield path, tree


def meant(tree):
    """What an overlay means by a value: the action that prints `{{` stands for it, and no other may."""
    if isinstance(tree, dict):
        return {meant(key): meant(value) for key, value in tree.items()}
    if isinstance(tree, list):
        return [meant(item) for item in tree]
    return tree.replace("{{`{{`}}", "{{") if isinstance(tree, str) else tree


def said(overlay):
    """What an overlay says of plugins.k8s, webhook and images, wherever the chart wants it."""
    settings, pictures = {}, []

    def walk(tree, path):
        for key, value in tree.items():
            here = path + (key,)
            if here[-2:] == ("plugins", "k8s"):
                merged(settings.setdefault("k8s", {}), meant(value))
            elif key == "webhook":
                merged(settings.setdefault("webhook", {}), meant(value))
            elif key == "image" and isinstance(value, dict):
                pictures.append((here, f"{value['repository']}:{value['tag']}"))
            elif isinstance(value, dict):
                walk(value, here)

    walk(overlay, ())
    return settings, pictures


def check(charts, file):
    """The faults of one overlay, and how many values were found where they belong."""
    name = file.name.removesuffix("-values.yaml")
    overlay = yaml.safe_load(file.read_text()) or {}
    with tempfile.TemporaryDirectory() as folder:
        chart = with_dependencies(charts, name, pathlib.Path(folder))
        before, after = render(chart, {}), render(chart, overlay)
    had, has = configuration(before), configuration(after)
    if had is None or has is None:
        return [f"{file}: no ConfigMap of {name} holds plugins.k8s"], 0
    settings, pictures = said(overlay)
    faults, count = [], 0
    got = dict(leaves(has))
    for path, value in leaves(settings):
        count += 1
        if got.get(path, "nothing") != value:
            faults.append(f"{file}: {'.'.join(path)} is {got.get(path)!r}, not {value!r}")
    for path, image in pictures:
        count += 1
        there = got.get(("k8s", "co-pilot", "image")) if "co-pilot" in path else images(after)
        if image != there and image not in (there or ()):
            faults.append(f"{file}: {image} is not where {'.'.join(path)} should lead")
    for label, value in wrong_labels(after):
        faults.append(f"{file}: the label {label} cannot be {value!r}")
    wanted = dict(leaves(settings))
    changed = {("k8s", "co-pilot", "image")} if pictures else set()
    for path, value in leaves(had):
        overlaid = any(path[: len(p)] == p or p[: len(path)] == path for p in wanted)
        if not overlaid and path not in changed and got.get(path) != value:
            faults.append(f"{file}: the chart's own {'.'.join(path)} is lost")
    return faults, count


def main(arguments):
    charts, overlays = pathlib.Path(arguments[0]), [pathlib.Path(a) for a in arguments[1:]]
    faults, passed = [], 0
    for overlay in overlays:
        found, count = check(charts, overlay)
        faults += found
        passed += not found
        print(f"{overlay}: {count} values {'landed' if not found else 'checked'}")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"judge helm: {passed} passed, {len(overlays) - passed} failed")
    return 1 if faults or not overlays else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
