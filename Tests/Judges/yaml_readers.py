"""Reads every YAML file with PyYAML, and what Kubernetes gets with kubectl's own reader as well: both
must see the same values.

usage: yaml_readers.py FILE...

Everything under pod-templates/ is for Kubernetes: manifests are PodTemplates and nothing else, and a
kustomization.yaml must build to the manifests beside it. So must that of admission/, whose objects another
judge looks at; namespace-labels.yaml is not a part of it. Other files are no Kubernetes objects.
"""
import json
import pathlib
import subprocess
import sys

import yaml


def kubectl(*words):
    tool = pathlib.Path(sys.executable).parent / "kubectl"
    done = subprocess.run([tool, *words], capture_output=True, text=True)
    if done.returncode:
        raise ValueError(f"kubectl: {done.stderr.strip()}")
    return done.stdout


def objects(file):
    """The objects of a file as kubectl reads them."""
    text = kubectl("label", "--local", "-f", file, "judge=reader", "-o", "json").strip()
    decoder, found = json.JSONDecoder(), []
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


def documents(file):
    try:
        return [d for d in yaml.safe_load_all(file.read_text()) if d]
    except yaml.YAMLError as error:
        raise ValueError(f"PyYAML: {error}") from error


def unordered(items):
    return sorted(json.dumps(item, sort_keys=True) for item in items)


def check_manifest(file):
    found = documents(file)
    for item in found:
        if (item.get("apiVersion"), item.get("kind")) != ("v1", "PodTemplate"):
            raise ValueError(f"a {item.get('kind')} of {item.get('apiVersion')} is no PodTemplate")
    if not found:
        raise ValueError("there is no PodTemplate in it")
    if objects(file) != found:
        raise ValueError("kubectl and PyYAML read different values")


def check_kustomization(file):
    beside = [
        f for f in sorted(file.parent.glob("*.yaml")) if f.name not in (file.name, "namespace-labels.yaml")]
    wanted = [d for f in beside for d in documents(f)]
    built = [d for d in yaml.safe_load_all(kubectl("kustomize", file.parent)) if d]
    if unordered(built) != unordered(wanted):
        raise ValueError("kubectl kustomize does not give the manifests beside it")


def main(files):
    passed = {"manifests by kubectl too": 0, "kustomizations built": 0, "other files": 0}
    faults = []
    for file in map(pathlib.Path, files):
        try:
            if file.parent.name not in ("pod-templates", "admission"):
                kind = "other files"
                documents(file)
            elif file.parent.name == "admission" and file.name != "kustomization.yaml":
                kind = "other files"
                if objects(file) != documents(file):
                    raise ValueError("kubectl and PyYAML read different values")
            elif file.name == "kustomization.yaml":
                kind = "kustomizations built"
                check_kustomization(file)
            else:
                kind = "manifests by kubectl too"
                check_manifest(file)
            passed[kind] += 1
        except ValueError as error:
            faults.append(f"{file}: {error}")
    for fault in faults:
        print(fault, file=sys.stderr)
    counts = ", ".join(f"{count} {kind}" for kind, count in passed.items())
    print(f"judge readers: {sum(passed.values())} passed, {len(faults)} failed ({counts})")
    return 1 if faults or not files else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
