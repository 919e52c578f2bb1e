"""Renders charts with a team's own values and the generated overlay over them, as Helm does, and checks
that the tool says of both what Flyte then reads.

usage: helm_values.py CHARTS CASE...

A CASE is a golden case whose clusters have `values`. For each cluster: every value that the values alone
bring to plugins.k8s and webhook is still there under the overlay, or the diagnostics name it as replaced;
every value of the overlay lands, or is named as one that loses; every value that stays inside a security
context which the overlay fills is named; and where the chart makes no configuration, that is named.
"""
import pathlib
import re
import sys
import tempfile

import yaml
from helm_overlays import configuration, leaves, meant, merged, render, said, with_dependencies

HEAD = re.compile(r"\S+:\d+:\d+: (error|warning|note): .* \[[a-z-]+/[a-z-]+\]$")
SECURITY = ("default-security-context", "default-pod-security-context", "security-context",
            "securityContext")


def blocks(text):
    """The diagnostics, each with the lines that belong to it."""
    found = []
    for line in text.splitlines():
        if not found or HEAD.match(line):
            found.append(line)
        else:
            found[-1] += "\n" + line
    return found


def named(found, kind, path, cluster):
    """Whether a diagnostic of a kind speaks of a path, or of a key in a mapping."""
    words = [f"'{'.'.join(path)}'"] if kind != "kept" else [f"'{path[-1]}' stays in '{'.'.join(path[:-1])}'"]
    return any(f"[values/{kind}]" in b and f"cluster '{cluster}'" in b and all(w in b for w in words)
               for b in found)


def is_list_entry(path):
    return any(part.isdigit() for part in path)


def check(charts, case):
    """The faults of a case, and how many values were looked at."""
    config = yaml.safe_load((case / "config.yaml").read_text())
    found = blocks((case / "expected/diagnostics.txt").read_text())
    defaults = config.get("clusterDefaults") or {}
    faults, count = [], 0
    for cluster, own in config["clusters"].items():
        body = {**defaults, **own}
        files = body.get("values") or []
        chart = body["chart"]
        overlay = yaml.safe_load((case / f"expected/{cluster}/helm/{chart}-values.yaml").read_text())
        user = {}
        for file in files:
            merged(user, yaml.safe_load((case / file).read_text()) or {})
        both = merged(yaml.safe_load(yaml.safe_dump(user)), overlay)
        with tempfile.TemporaryDirectory() as folder:
            place = with_dependencies(charts, chart, pathlib.Path(folder))
            before, after = (configuration(render(place, v)) for v in (user, both))
        where = f"{case.name}: {cluster}"
        if after is None or before is None:
            count += 1
            key = (user.get("configuration") or {}).get("externalConfigMap")
            if not key or not any("[values/external-configuration]" in b and key in b for b in found):
                faults.append(f"{where}: the chart makes no configuration, and nothing says so")
            continue
        settings, _ = said(overlay)
        had, has, wanted = (
            dict(leaves({**t.get("k8s", {}), "webhook": t.get("webhook") or {}}))
            for t in (before, after, settings))
        for path, value in wanted.items():
            count += 1
            if not path or path == ("webhook",) or has.get(path) == value:
                continue
            if not named(found, "win-over-overlay", path, cluster):
                faults.append(f"{where}: the overlay's {'.'.join(path)} is {has.get(path)!r}, and nothing says so")
        for path, value in had.items():
            count += 1
            covered = [p for p in wanted if p and (p[: len(path)] == path or path[: len(p)] == p)]
            if has.get(path) != value and not covered:
                faults.append(f"{where}: {'.'.join(path)} is lost")
            users = path in dict(leaves(meant(users_config(user, chart))))
            if has.get(path) != value and covered and users:
                if not named(found, "replaced", path, cluster):
                    faults.append(f"{where}: {'.'.join(path)} is replaced, and nothing says so")
            inside = [i for i, part in enumerate(path) if part in SECURITY]
            filled = inside and any(p[: len(path) - 1] == path[:-1] for p in wanted)
            if filled and not covered and has.get(path) == value:
                if not named(found, "kept", path, cluster):
                    faults.append(f"{where}: {'.'.join(path)} stays, and nothing says so")
    return faults, count


def users_config(user, chart):
    """plugins.k8s and webhook as the values say them, wherever they are."""
    tree = {}

    def walk(node):
        if not isinstance(node, dict):
            return
        lowered = {str(k).lower(): v for k, v in node.items()}
        plugins = lowered.get("plugins")
        if isinstance(plugins, dict):
            merged(tree, {k.lower(): v for k, v in (
                {str(k).lower(): v for k, v in plugins.items()}.get("k8s") or {}).items()})
        if isinstance(lowered.get("webhook"), dict):
            merged(tree.setdefault("webhook", {}), lowered["webhook"])
        for value in node.values():
            walk(value)

    walk(user)
    return tree


def main(arguments):
    charts, cases = pathlib.Path(arguments[0]), [pathlib.Path(a) for a in arguments[1:]]
    faults, passed = [], 0
    for case in cases:
        found, count = check(charts, case)
        faults += found
        passed += not found
        print(f"{case}: {count} values {'as said' if not found else 'checked'}")
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"judge values: {passed} passed, {len(cases) - passed} failed")
    return 1 if faults or not cases else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
