"""Holds Package.swift to the imports: each target declares what its files import, and nothing else."""
import json
import pathlib
import re
import subprocess
import sys

IMPORT = re.compile(r"^(?:public |package |internal |private |@testable )*import (?:struct |enum |func )?(\w+)", re.M)
# Every target has these, whether its files name them or not.
COMMON = {"Text", "TestSupport"}


def main() -> int:
    package = json.loads(subprocess.run(["swift", "package", "dump-package"], check=True, capture_output=True).stdout)
    names = {target["name"].replace("-", "_"): target["name"] for target in package["targets"]}
    programs = {target["name"] for target in package["targets"] if target["type"] == "executable"}
    faults = []
    for target in package["targets"]:
        if target["type"] == "system":
            continue
        root = "Tests" if target["type"] == "test" else "Sources"
        folder = pathlib.Path(target.get("path") or f"{root}/{target['name']}")
        text = "\n".join(path.read_text() for path in sorted(folder.rglob("*.swift")))
        imported = {names[name] for name in IMPORT.findall(text) if name in names} - {target["name"]}
        declared = {next(iter(each.values()))[0] for each in target["dependencies"]}
        for name in sorted(imported - declared):
            faults.append(f"{target['name']} imports {name}, and Package.swift does not declare it")
        # Tests run programs without importing them.
        for name in sorted(declared - imported - COMMON - programs):
            faults.append(f"{target['name']} declares {name} in Package.swift, and imports it nowhere")
    print("\n".join(faults) or f"{len(package['targets'])} targets declare what they import")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
