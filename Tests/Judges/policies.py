"""Runs the CEL of admission policies on pods, and holds policies to what their engines know.

usage: policies.py RECORDED_FOLDER [ADMISSION_FOLDER...]

In RECORDED_FOLDER each file has policies and then a pod a line, with what the tool itself makes of it
and says of it. cel-expr-python evaluates every condition, value and message of the policies on these
pods. It has no two-variable macros: `list.transformList(i, c, condition, value)` is therefore done
here, container by container; condition and value are evaluated as they stand.

Policies of the API server in ADMISSION_FOLDER are held to kubernetes-validate, those of Kyverno, which
it does not know, to the fields of Kyverno 1.15's own types.
"""
import json
import pathlib
import re
import sys

import yaml
from cel_expr_python import cel
from cel_expr_python.ext import ext_strings

import kubernetes_manifests

VARIABLES = {"object": cel.Type.DYN, "c": cel.Type.DYN, "i": cel.Type.INT, "variables": cel.Type.DYN}
ENVIRONMENT = cel.NewEnv(variables=VARIABLES, extensions=[ext_strings.ExtStrings()])
COMPILED = {}

# kyverno/api, policies.kyverno.io/v1alpha1, of Kyverno 1.15; the types below `matchConstraints` and the
# like are those of admissionregistration.k8s.io.
NAMED = {"name": str, "expression": str}
SELECTOR = {"matchLabels": {"*": str}, "matchExpressions": [{"key": str, "operator": str, "values": [str]}]}
MATCH = {
    "namespaceSelector": SELECTOR,
    "resourceRules": [
        {"apiGroups": [str], "apiVersions": [str], "operations": [str], "resources": [str]}
    ],
}
AUTOGEN = {"podControllers": {"controllers": [str]}}
KYVERNO = {
    "MutatingPolicy": {
        "failurePolicy": ("Fail", "Ignore"), "reinvocationPolicy": ("IfNeeded", "Never"),
        "autogen": AUTOGEN, "matchConstraints": MATCH, "matchConditions": [NAMED], "variables": [NAMED],
        "mutations": [{"patchType": ("JSONPatch",), "jsonPatch": {"expression": str}}],
    },
    "ValidatingPolicy": {
        "failurePolicy": ("Fail", "Ignore"), "validationActions": [("Deny", "Warn", "Audit")],
        "autogen": AUTOGEN, "matchConstraints": MATCH, "matchConditions": [NAMED], "variables": [NAMED],
        "validations": [
            {"expression": str, "message": str, "messageExpression": str, "reason": str}
        ],
    },
}


def evaluate(text, **values):
    if text not in COMPILED:
        COMPILED[text] = ENVIRONMENT.compile(text)
    data = {name: values.get(name) for name in VARIABLES if values.get(name) is not None}
    return plain(COMPILED[text].eval(data=data))


def plain(value):
    """A value of CEL as JSON has it."""
    if hasattr(value, "value"):
        value = value.value()
    if isinstance(value, dict):
        return {plain(key): plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value


def uncommented(text):
    return "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("//"))


def parts(text, separator):
    """The parts of an expression between separators outside of brackets and strings."""
    found, depth, start, index, quoted = [], 0, 0, 0, False
    while index < len(text):
        letter = text[index]
        if quoted:
            if letter == "\\":
                index += 1
            elif letter == "'":
                quoted = False
        elif letter == "'":
            quoted = True
        elif letter in "([{":
            depth += 1
        elif letter in ")]}":
            depth -= 1
        elif depth == 0 and text.startswith(separator, index):
            found.append(text[start:index].strip())
            index += len(separator)
            start = index
            continue
        index += 1
    return found + [text[start:].strip()]


def operations(expression, pod):
    """The JSON patch of a mutation."""
    result = []
    for part in parts(uncommented(expression), " +\n"):
        found = re.fullmatch(r"(.+)\.transformList\(i, c,\n(.+)\)", part, re.DOTALL)
        if not found:
            result += evaluate(patches(part), object=pod)
            continue
        condition, operation = parts(found[2], ",\n")
        containers = evaluate(found[1], object=pod)
        for index, container in enumerate(containers):
            answer = evaluate(condition, object=pod, c=container)
            if answer is True:
                result.append(evaluate(patches(operation), object=pod, c=container, i=index))
            elif answer is not False:
                raise ValueError(f"{condition} gives {answer}")
    return result


def patches(text):
    """The same with maps for the structs that only an API server knows."""
    text = re.sub(r"Object(\.[A-Za-z]+)+\{\}", "{}", text)
    return re.sub(r"JSONPatch\{op: (.+?), path: (.+?), value: ", r"{'op': \1, 'path': \2, 'value': ", text)


def apply(pod, patch):
    pod = json.loads(json.dumps(pod))
    for step in patch:
        assert step["op"] == "add", step
        keys = step["path"].split("/")[1:]
        target = pod
        for key in keys[:-1]:
            # As in a JSON patch, parents must be there.
            target = target[int(key)] if isinstance(target, list) else target[key]
        target[keys[-1]] = step["value"]
    return pod


def kept(value):
    """A pod as Go's types have it: lists of nothing are not there."""
    if isinstance(value, dict):
        return {key: kept(item) for key, item in value.items() if item != []}
    return [kept(item) for item in value] if isinstance(value, list) else value


def matches(spec, pod):
    answers = [evaluate(item["expression"], object=pod) for item in spec["matchConditions"]]
    assert all(answer in (True, False) for answer in answers), answers
    return all(answers)


def messages(spec, pod):
    if not matches(spec, pod):
        return []
    variables = {item["name"]: evaluate(item["expression"], object=pod) for item in spec["variables"]}
    found = []
    for rule in spec["validations"]:
        answer = evaluate(rule["expression"], object=pod, variables=variables)
        assert answer in (True, False), (rule, answer)
        if not answer:
            text = rule.get("messageExpression")
            found.append(
                evaluate(text, object=pod, variables=variables) if text else rule["message"])
    return found


def recorded(file):
    """The pods on which the tool and CEL differ, and the number of all."""
    lines = file.read_text().splitlines()
    policies = json.loads(lines[0])
    filling, holding = policies["filling"]["spec"], policies["holding"]["spec"]
    expression = filling["mutations"][0]["jsonPatch"]["expression"]
    if policies["kyverno"]["spec"]["mutations"] != filling["mutations"]:
        yield f"{file.name}: Kyverno's mutation is another"
    for number, line in enumerate(lines[1:], 2):
        case = json.loads(line)
        pod = case["pod"]
        pod.setdefault("metadata", {})
        mutated = None
        if matches(filling, pod):
            try:
                mutated = kept(apply(pod, operations(expression, pod)))
            except LookupError as missing:
                # The API server refuses such a patch.
                mutated = f"no pod: {missing} is not there"
        expected = case["mutated"]
        if expected is not None:
            expected.setdefault("metadata", {})
        if mutated != expected:
            yield f"{file.name}:{number}: mutated, expected {json.dumps(expected)}, got {json.dumps(mutated)}"
        if messages(holding, pod) != case["messages"]:
            yield f"{file.name}:{number}: expected {case['messages']}, got {messages(holding, pod)}"


def fields(value, shape, path):
    """What a manifest has that its engine does not know."""
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            yield f"{path} is no mapping"
            return
        for key, item in value.items():
            if key not in shape and "*" not in shape:
                yield f"{path}.{key} is unknown"
            else:
                yield from fields(item, shape.get(key, shape.get("*")), f"{path}.{key}")
    elif isinstance(shape, list):
        if not isinstance(value, list):
            yield f"{path} is no list"
            return
        for index, item in enumerate(value):
            yield from fields(item, shape[0], f"{path}[{index}]")
    elif isinstance(shape, tuple):
        if value not in shape:
            yield f"{path} is {value}"
    elif not isinstance(value, shape):
        yield f"{path} is no {shape.__name__}"


def parses(spec):
    """Every expression of a policy must parse, each as the judge reads it."""
    for item in spec.get("matchConditions", []) + spec.get("variables", []):
        ENVIRONMENT.compile(item["expression"])
    for rule in spec.get("validations", []):
        ENVIRONMENT.compile(rule["expression"])
        if "messageExpression" in rule:
            ENVIRONMENT.compile(rule["messageExpression"])
    for mutation in spec.get("mutations", []):
        operations(mutation["jsonPatch"]["expression"], {
            "metadata": {}, "spec": {"containers": [{"name": "a"}], "initContainers": [{"name": "b"}]}})


def generated(folder):
    """The faults of a folder of policies, and how many objects it has."""
    setup = yaml.safe_load((folder.parent / "setup.yaml").read_text())
    version = str(setup["kubernetes"]["version"])
    native, faults, count = [], [], 0
    for file in sorted(folder.glob("*.yaml")):
        if file.name == "kustomization.yaml":
            continue
        documents = list(yaml.safe_load_all(file.read_text()))
        count += len(documents)
        for document in documents:
            if document["apiVersion"] == "policies.kyverno.io/v1alpha1":
                shape = KYVERNO.get(document["kind"])
                if shape is None:
                    faults.append(f"{file}: {document['kind']} is no kind of Kyverno's")
                else:
                    faults += [f"{file}: {fault}" for fault in fields(document["spec"], shape, "spec")]
            elif file not in native:
                native.append(file)
            try:
                parses(document.get("spec", {}))
            except Exception as error:  # whatever CEL says
                faults.append(f"{file}: {error}")
    if native:
        names = [str(file) for file in native]
        status, named, rest = kubernetes_manifests.validate(names, version)
        wanted = {(name, item) for name in names for item in kubernetes_manifests.resources(name)}
        if status or set(named) != wanted:
            faults.append(f"{folder}: Kubernetes {version}: " + "\n".join(rest)[:2000])
    return faults, count


def main(arguments):
    faults, pods, objects = [], 0, 0
    files = sorted(pathlib.Path(arguments[0]).glob("*.jsonl"))
    for file in files:
        faults += recorded(file)
        pods += len(file.read_text().splitlines()) - 1
    for folder in arguments[1:]:
        found, count = generated(pathlib.Path(folder))
        faults += found
        objects += count
    for fault in faults[:20]:
        print(fault[:3000], file=sys.stderr)
    print(f"judge policies: {len(faults)} faults ({pods} pods, {objects} objects)")
    return 1 if faults or not pods else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
