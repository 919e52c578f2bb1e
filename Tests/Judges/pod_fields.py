"""Holds the table of the Pod API's fields to what Kubernetes publishes of itself.

usage: pod_fields.py TABLE [CLIENTS]

TABLE is the Swift file with the table. Without CLIENTS the second source are the schemas of
kubernetes-validate; with it, the Python clients of Kubernetes, whose wheels are downloaded into the
folder CLIENTS. Both are made from the OpenAPI document of a release, the table from Go's types: each
field below PodTemplate must be in both from the same minor version to the same, with the same type.
"""
import ast
import hashlib
import json
import pathlib
import re
import subprocess
import sys
import zipfile

ROOT = "PodTemplate"
PINS = pathlib.Path(__file__).with_name("kubernetes_clients.txt")
# What OpenAPI says in other words than Go's types.
SCALARS = {
    "int32": "integer", "int64": "integer", "quantity": "string", "time": "string",
    "intOrString": "any", "bool": "boolean"}


class Table:
    """The table that ships, by type and field: the type, the first version, the first without."""

    def __init__(self, text):
        self.types = {}
        body = re.search(r'podFieldTable = """\n(.*?)\n  """', text, re.S)[1]
        for line in body.splitlines():
            words = line.split()
            if not line.startswith("   "):
                fields = self.types[words[0]] = {}
                continue
            since, _, until = (words[2] if len(words) > 2 else "..").partition("..")
            fields[words[0]] = (words[1].lstrip("*"), minor(since, 0), minor(until, 999))

    def fields(self, name, version):
        return {
            field: kind for field, (kind, since, until) in self.types[name].items()
            if since <= version < until}


class Schemas:
    """The JSON schemas that kubernetes-validate ships."""

    def __init__(self):
        import kubernetes_validate
        self.folder = pathlib.Path(kubernetes_validate.__file__).parent / "kubernetes-json-schema"

    def versions(self):
        found = (re.fullmatch(r"v1\.(\d+)\.\d+-local", p.name) for p in self.folder.iterdir())
        return sorted(int(match[1]) for match in found if match)

    def load(self, version):
        file = next(self.folder.glob(f"v1.{version}.*-local")) / "_definitions.json"
        self.types = json.loads(file.read_text())["$defs"]
        return next(name for name in self.types if name.endswith(f".core.v1.{ROOT}"))

    def fields(self, name):
        found = self.types[name].get("properties", {})
        return {field: self.kind(value) for field, value in found.items()}

    def kind(self, value):
        """A type in the table's own form, the names of structs as the schema has them."""
        if "$ref" in value:
            name = value["$ref"].rpartition("/")[2]
            target = self.types[name]
            if name.endswith(".resource.Quantity"):  # a string or a number
                return "string"
            return name if "properties" in target else self.kind(target)
        if value.get("oneOf"):
            return "any"
        kind = value.get("type", "any")
        kinds = [k for k in ([kind] if isinstance(kind, str) else kind) if k != "null"]
        if kinds == ["array"]:
            return f"[{self.kind(value['items'])}]"
        if kinds == ["object"] and isinstance(value.get("additionalProperties"), dict):
            return f"{{string:{self.kind(value['additionalProperties'])}}}"
        if kinds == ["integer"]:
            return value.get("format", "integer")
        return kinds[0] if len(kinds) == 1 and kinds != ["object"] else "any"


class Clients:
    """The models of Kubernetes' Python clients, one wheel a version; read, not run."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        rows = (line.split() for line in PINS.read_text().splitlines() if line[0] != "#")
        self.pins = {int(version.split(".")[0]): (version, digest) for version, digest in rows}

    def versions(self):
        return sorted(self.pins)

    def load(self, version):
        pin, digest = self.pins[version]
        wheel = next(self.folder.glob(f"kubernetes-{pin}-*.whl"), None)
        if wheel is None:
            done = subprocess.run(
                [sys.executable, "-m", "pip", "download", "-q", "--disable-pip-version-check",
                 "--no-deps", "--only-binary", ":all:", "-d", self.folder, f"kubernetes=={pin}"])
            wheel = next(self.folder.glob(f"kubernetes-{pin}-*.whl"), None)
            if done.returncode or wheel is None:
                raise SystemExit(f"the client {pin} cannot be had")
        found = hashlib.sha256(wheel.read_bytes()).hexdigest()
        if found != digest:
            raise SystemExit(f"{wheel.name} has the SHA-256 {found}, and {digest} is pinned")
        self.types = {}
        with zipfile.ZipFile(wheel) as archive:
            for name in archive.namelist():
                if re.fullmatch(r"kubernetes/client/models/\w+\.py", name):
                    self.read(archive.read(name).decode())
        return f"V1{ROOT}"

    def read(self, text):
        """A model: two dictionaries, from Python's names to types and to JSON's names."""
        for node in ast.parse(text).body:
            if isinstance(node, ast.ClassDef):
                said = {
                    item.targets[0].id: ast.literal_eval(item.value) for item in node.body
                    if isinstance(item, ast.Assign)
                    and item.targets[0].id in ("openapi_types", "attribute_map")}
                if len(said) == 2:
                    self.types[node.name] = {
                        said["attribute_map"][name]: kind
                        for name, kind in said["openapi_types"].items()}

    def fields(self, name):
        return {field: self.kind(kind) for field, kind in self.types[name].items()}

    def kind(self, text):
        if match := re.fullmatch(r"list\[(.*)\]", text):
            return f"[{self.kind(match[1])}]"
        if match := re.fullmatch(r"dict[\[(]str, (.*)[\])]", text):
            return f"{{string:{self.kind(match[1])}}}"
        plain = {
            "str": "string", "int": "integer", "bool": "boolean", "datetime": "string",
            "object": "any"}
        return plain.get(text, text)


def minor(text, other):
    return int(text.partition(".")[2]) if text else other


def inner(kind):
    """The type in a list or a map, and what is around it."""
    for start, end in (("[", "]"), ("{string:", "}")):
        if kind.startswith(start):
            inside, around = inner(kind[len(start):-len(end)])
            return inside, start + around + end
    return kind, ""


def compare(table, source, version):
    """The differences of a version, and how many fields were looked at."""
    pairs, seen, found, count = [(ROOT, source.load(version))], set(), [], 0
    while pairs:
        pair = pairs.pop()
        if pair in seen:
            continue
        seen.add(pair)
        own, other = table.fields(pair[0], version), source.fields(pair[1])
        for field in sorted(own.keys() | other.keys()):
            count += 1
            place = f"1.{version} {pair[0]}.{field}"
            if field not in own or field not in other:
                has = "the table has it" if field in own else f"{pair[1]} has it"
                found.append(f"{place}: only {has}")
                continue
            (kind, around), (name, others) = inner(own[field]), inner(other[field])
            if around == others and kind in table.types and name in source.types:
                pairs.append((kind, name))
            elif around != others or name not in (kind, SCALARS.get(kind)):
                found.append(f"{place}: {own[field]} in the table, else {other[field]}")
    return found, count


def main(arguments):
    if len(arguments) not in (1, 2):
        print(__doc__, file=sys.stderr)
        return 2
    table = Table(pathlib.Path(arguments[0]).read_text())
    source = Clients(arguments[1]) if len(arguments) == 2 else Schemas()
    newest = max(since for fields in table.types.values() for _, since, _ in fields.values())
    versions = [version for version in source.versions() if version <= newest]
    found, count = [], 0
    for version in versions:
        some, looked = compare(table, source, version)
        found += some
        count += looked
    for line in found:
        print(line, file=sys.stderr)
    print(
        f"fields of the Pod API: {count} in {len(versions)} versions,"
        f" 1.{versions[0]} to 1.{versions[-1]}, {len(found)} differ")
    return 1 if found or not count else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
