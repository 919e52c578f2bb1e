"""Holds the JSON Schema of the config to every golden case: it takes what the tool takes, and what it
lets through although the tool refuses it is listed, each with its reason.

usage: config_schema.py SCHEMA CASES LIST CONFIG...
"""
import json
import pathlib
import subprocess
import sys


def configs(case):
    """The files of a case's config."""
    folder = case / "config"
    return sorted(folder.glob("*.yaml")) if folder.is_dir() else [case / "config.yaml"]


def refused(schema, files):
    """The files that check-jsonschema refuses."""
    tool = pathlib.Path(sys.executable).with_name("check-jsonschema")
    done = subprocess.run(
        [tool, "--schemafile", schema, "-o", "json", *files], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise SystemExit(f"check-jsonschema: {done.stderr}")
    report = json.loads(done.stdout)
    found = {e["filename"] for e in report.get("errors", []) + report.get("parse_errors", [])}
    if (done.returncode == 0) == bool(found):
        raise SystemExit(f"check-jsonschema answers {done.returncode} and names {sorted(found)}")
    return found


def main(arguments):
    schema, cases, listed, *more = arguments
    reasons = dict(
        line.split(": ", 1) for line in pathlib.Path(listed).read_text().splitlines() if line)
    folders = [f for f in sorted(pathlib.Path(cases).iterdir()) if f.is_dir()]
    files = {f.name: [str(c) for c in configs(f)] for f in folders}
    found = refused(schema, [c for case in files.values() for c in case] + more)
    faults = [f"{c}: the schema refuses it, and the tool takes it" for c in more if c in found]
    passed = set()
    for folder in folders:
        takes = any(p.name != "diagnostics.txt" for p in (folder / "expected").rglob("*"))
        lets = not found & set(files[folder.name])
        if takes and not lets:
            faults.append(f"{folder.name}: the schema refuses it, and the tool takes it")
        if lets and not takes:
            passed.add(folder.name)
    faults += [f"{n}: the schema lets it through, and {listed} has no reason"
               for n in sorted(passed - reasons.keys())]
    faults += [f"{n}: {listed} has a reason, and the schema does not let it through"
               for n in sorted(reasons.keys() - passed)]
    for fault in faults:
        print(f"schema: {fault}")
    print(f"judge schema: {len(folders)} cases, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
