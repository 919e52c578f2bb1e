"""Reads every YAML file with PyYAML and with kubectl's own reader: both must see the same values.

usage: yaml_readers.py FILE...
"""
import json
import pathlib
import subprocess
import sys

import yaml


def kubectl(file):
    """The objects of a file as kubectl reads them; none for a file that is no Kubernetes object."""
    tool = pathlib.Path(sys.executable).parent / "kubectl"
    done = subprocess.run(
        [tool, "label", "--local", "-f", file, "judge=reader", "-o", "json"],
        capture_output=True, text=True)
    if done.returncode:
        raise ValueError(done.stderr.strip())
    decoder, text, found = json.JSONDecoder(), done.stdout.strip(), []
    while text:
        value, end = decoder.raw_decode(text)
        found += value.get("items", [value])
        text = text[end:].strip()
    for item in found:
        labels = item["metadata"]["labels"]
        del labels["judge"]
        if not labels:
            del item["metadata"]["labels"]
    return found


def main(files):
    passed, faults = 0, []
    for file in files:
        try:
            documents = [d for d in yaml.safe_load_all(pathlib.Path(file).read_text()) if d]
        except yaml.YAMLError as error:
            faults.append(f"{file}: PyYAML: {error}")
            continue
        if all(d.get("kind") == "PodTemplate" for d in documents):
            try:
                if kubectl(file) != documents:
                    faults.append(f"{file}: kubectl and PyYAML read different values")
                    continue
            except ValueError as error:
                faults.append(f"{file}: kubectl: {error}")
                continue
        passed += 1
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"judge readers: {passed} passed, {len(faults)} failed")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
