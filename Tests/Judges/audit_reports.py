"""Holds recorded reports of `audit` to the schema of its JSON, and its JUnit to what readers of that want.

usage: audit_reports.py SCHEMA REPORTS
"""
import json
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml


def refused(schema, files):
    """Whether check-jsonschema refuses files."""
    tool = pathlib.Path(sys.executable).with_name("check-jsonschema")
    done = subprocess.run([tool, "--schemafile", schema, *files], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"check-jsonschema: {done.stderr}")
    return done.stdout if done.returncode else ""


def junit_faults(text, report):
    """What is wrong with a JUnit file beside the JSON of the same audit."""
    faults = []
    suites = xml.fromstring(text).findall("testsuite")
    for suite, cluster in zip(suites, report["clusters"], strict=True):
        cases = suite.findall("testcase")
        counts = {
            "tests": len(cases),
            "failures": sum(c.find("failure") is not None for c in cases),
            "skipped": sum(c.find("skipped") is not None for c in cases),
        }
        faults += [f"{k} is {suite.get(k)}, not {v}" for k, v in counts.items() if suite.get(k) != str(v)]
        cells = [c for r in cluster["rows"] for c in r["cells"]]
        failed = sum(c["now"] in ("refused", "not-built") for c in cells)
        if failed != counts["failures"]:
            faults.append(f"{counts['failures']} failures, and {failed} in the JSON")
        if counts["skipped"] != len(cluster["notCovered"]):
            faults.append("what is not covered is not skipped")
    return faults


def lets_through(schema, file):
    """Damages of a report that the schema does not see."""
    report = json.loads(file.read_text())
    cluster = report["clusters"][0]
    row = cluster["rows"][0]
    damages = {
        "another version": {**report, "apiVersion": "flyte-harden/audit-v0"},
        "a key more": {**report, "more": 1},
        "a verdict of another name": {
            **report, "clusters": [{**cluster, "rows": [{**row, "cells": [{**row["cells"][0], "now": "passed"}]}]}]},
        "no verdicts": {**report, "clusters": [{k: v for k, v in cluster.items() if k != "rows"}]},
    }
    passed = []
    for name, damaged in damages.items():
        with tempfile.NamedTemporaryFile("w", suffix=".json") as copy:
            json.dump(damaged, copy)
            copy.flush()
            if not refused(schema, [copy.name]):
                passed.append(name)
    return passed


def main(arguments):
    schema, folder = arguments
    files = sorted(pathlib.Path(folder).glob("*/expected/audit.json"))
    if not files:
        raise SystemExit("no report")
    faults = [f"{schema} refuses: {told}" for told in [refused(schema, files)] if told]
    faults += [f"the schema lets through: {name}" for name in lets_through(schema, files[0])]
    for file in files:
        text = file.with_name("audit.junit").read_text()
        faults += [f"{file.parent.parent.name}: {f}" for f in junit_faults(text, json.loads(file.read_text()))]
    for fault in faults:
        print(f"audit: {fault}")
    print(f"judge audit: {len(files)} reports, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
