"""Holds recorded reports of `verify` and `diff`, and lists of images, to the schemas of their JSON and of SARIF 2.1.0, and their
JUnit to a reader of it.

usage: drift_reports.py SCHEMAS REPORTS
"""
import json
import pathlib
import sys
import tempfile

from audit_reports import junit_reader_faults, refused, sarif_schema

REPORTS = ["verify", "diff", "changes", "images"]
LISTS = ["files", "inTheWay", "changes", "clusters"]


def damages(report):
    """Damages that a schema must see."""
    name = next(name for name in LISTS if report.get(name))
    first = report[name][0]
    yield "another version", {**report, "apiVersion": "flyte-harden/verify-v0"}
    yield "a key more", {**report, "more": 1}
    yield f"no {name}", {k: v for k, v in report.items() if k != name}
    for key in ("kind", "change", "meaning", "effect"):
        if key in first:
            yield f"another {key}", {**report, name: [{**first, key: "fine"}]}
    if image := next(iter(first.get("images", [])), None):
        yield "another kind of image", {**report, name: [{**first, "images": [{**image, "kind": "fine"}]}]}
        yield "nobody who adds it", {**report, name: [{**first, "images": [{**image, "uses": []}]}]}


def lets_through(schema, report):
    passed = []
    for name, damaged in damages(report):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as copy:
            json.dump(damaged, copy)
            copy.flush()
            if not refused(schema, [copy.name]):
                passed.append(name)
    return passed


def sarif_faults(report, sarif):
    """What SARIF has otherwise than the JSON of the same run."""
    results = json.loads(sarif)["runs"][0]["results"]
    kinds = {f["kind"] for f in report["files"]} if "files" in report else {c["meaning"] for c in report["changes"]}
    told = {r["ruleId"].split("/")[1] for r in results}
    return [f"SARIF has {sorted(told ^ kinds)} otherwise than the JSON"] if told != kinds else []


def main(arguments):
    schemas, folder = map(pathlib.Path, arguments)
    faults = []
    count = 0
    for name in REPORTS:
        schema = schemas / f"{name}.schema.json"
        files = sorted(folder.glob(f"*/{name}/{name}.json"))
        if not files:
            raise SystemExit(f"no report of {name}")
        count += len(files)
        told = refused(schema, files)
        faults += [f"{schema} refuses: {told}"] if told else []
        reports = {file: json.loads(file.read_text()) for file in files}
        full = [r for r in reports.values() if any(r.get(k) for k in LISTS)]
        faults += [f"{schema} lets through: {damage}" for report in full for damage in lets_through(schema, report)]
        for file, report in reports.items():
            if (sarif := file.with_suffix(".sarif")).exists():
                told = refused(sarif_schema(), [sarif])
                faults += [f"SARIF's schema refuses: {told}"] if told else []
                faults += [f"{file.parent}: {f}" for f in sarif_faults(report, sarif.read_text())]
                faults += [f"{file.parent}: {f}" for f in junit_reader_faults(file.with_suffix(".junit"))]
    for fault in faults:
        print(f"reports: {fault}")
    print(f"judge reports: {count} reports, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
