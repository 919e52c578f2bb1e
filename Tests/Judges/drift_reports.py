"""Holds recorded reports of `verify` and `diff` to the schemas of their JSON.

usage: drift_reports.py SCHEMAS REPORTS
"""
import json
import pathlib
import sys
import tempfile

from audit_reports import refused

COMMANDS = ["verify", "diff"]


def damages(report):
    """Damages that a schema must see."""
    files = [name for name in ("files", "inTheWay") if report[name]] if "inTheWay" in report else ["files"]
    first = report[files[0]][0]
    yield "another version", {**report, "apiVersion": "flyte-harden/verify-v0"}
    yield "a key more", {**report, "more": 1}
    yield "no files", {k: v for k, v in report.items() if k != "files"}
    for key in ("kind", "change"):
        if key in first:
            yield f"another {key}", {**report, files[0]: [{**first, key: "fine"}]}


def lets_through(schema, report):
    passed = []
    for name, damaged in damages(report):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as copy:
            json.dump(damaged, copy)
            copy.flush()
            if not refused(schema, [copy.name]):
                passed.append(name)
    return passed


def main(arguments):
    schemas, folder = map(pathlib.Path, arguments)
    faults = []
    count = 0
    for command in COMMANDS:
        schema = schemas / f"{command}.schema.json"
        files = sorted(folder.glob(f"*/{command}.json"))
        if not files:
            raise SystemExit(f"no report of {command}")
        count += len(files)
        told = refused(schema, files)
        faults += [f"{schema} refuses: {told}"] if told else []
        full = [r for r in map(json.loads, (f.read_text() for f in files)) if r["files"] or r.get("inTheWay")]
        faults += [f"{schema} lets through: {name}" for report in full for name in lets_through(schema, report)]
    for fault in faults:
        print(f"reports: {fault}")
    print(f"judge reports: {count} reports, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
