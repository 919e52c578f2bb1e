"""Times audit of many namespaces: without rules, with one LimitRange and one quota for all, with a LimitRange and
a quota of its own in each (in the config, and in a file as kubectl writes it), and with OpenShift's ids.

usage: audits.py BINARY [SIZE...]

Whole processes; the median of several rounds. The ratio to an audit without rules is what counts.
"""
import pathlib
import statistics
import sys
import tempfile

import walk

CONFIG = """\
apiVersion: flyte-harden/v1
profiles: {{ strict: {{ extends: builtin/{profile} }} }}
clusters:
  bench:
    flyte: {{ version: v1.16.8 }}
    kubernetes: {{ version: "1.33", platform: {platform} }}
    chart: flyte-binary
    patches: none
    assign: [{{ profile: strict }}]
{rules}    namespaces: [{namespaces}]
"""
LIMITS = "limits: [{ type: Container, default: { cpu: 1, memory: 1Gi } }]"
FILE = """\
- apiVersion: v1
  kind: LimitRange
  metadata: {{ name: limits, namespace: n{n:05}, uid: 0f0e0d0c-0000-0000-0000-{n:012} }}
  spec:
    limits:
    - default: {{ cpu: "1", memory: 1Gi }}
      defaultRequest: {{ cpu: 100m, memory: 128Mi }}
      type: Container
- apiVersion: v1
  kind: ResourceQuota
  metadata: {{ name: quota, namespace: n{n:05}, uid: 0f0e0d0c-0000-0001-0000-{n:012} }}
  spec:
    hard: {{ limits.cpu: "{cpu}", limits.memory: 200Gi, pods: "20" }}
  status:
    hard: {{ limits.cpu: "{cpu}", limits.memory: 200Gi, pods: "20" }}
    used: {{ limits.cpu: "0", limits.memory: "0", pods: "0" }}
"""


def configs(size):
    """The config of each kind, by its name in the table."""
    names = [f"n{n:05}" for n in range(size)]
    plain = ", ".join(f"{{ name: {name} }}" for name in names)

    def config(namespaces=plain, rules="", profile="restricted", platform="vanilla"):
        return CONFIG.format(namespaces=namespaces, rules=rules, profile=profile, platform=platform)

    own = ", ".join(
        f"{{ name: {name}, limitRanges: [{{ {LIMITS} }}], quotas: [{{ hard: {{ limits.cpu: {100 + n} }} }}] }}"
        for n, name in enumerate(names))
    ids = ", ".join(
        f"{{ name: {name}, scc: {{ uidRange: {1000000000 + 10000 * n}/10000, supplementalGroups: "
        f"{1000000000 + 10000 * n}/10000, mcs: \"s0:c{n // 1000 + 1},c{n % 1000}\" }} }}"
        for n, name in enumerate(names))
    return {
        "no rules": config(),
        "one for all": config(
            rules=f"    limitRanges: [{{ {LIMITS} }}]\n    quotas: [{{ hard: {{ limits.cpu: 100 }} }}]\n"),
        "own": config(own),
        "own, in a file": config(
            rules="    limitRanges: [{ file: rules.yaml }]\n    quotas: [{ file: rules.yaml }]\n"),
        "OpenShift": config(ids, profile="openshift", platform="openshift"),
    }


def main(arguments):
    binary = str(pathlib.Path(arguments[0]).resolve())
    sizes = [int(a) for a in arguments[1:]] or [1000, 10000]
    print("namespaces  audit           seconds   ratio  peak MiB")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for size in sizes:
            (folder / "rules.yaml").write_text(
                "apiVersion: v1\nkind: List\nitems:\n"
                + "".join(FILE.format(n=n, cpu=100 + n) for n in range(size)))
            base = None
            for kind, text in configs(size).items():
                path = folder / "config.yaml"
                path.write_text(text)
                runs = [
                    walk.run(binary, "audit", "--config", str(path), "--fail-on", "never")
                    for _ in range(3)]
                seconds = statistics.median(seconds for seconds, _ in runs)
                base = base or seconds
                peak = max(memory for _, memory in runs)
                print(f"{size:10}  {kind:14}  {seconds:6.2f}s  {seconds / base:6.1f}  {peak:8.0f}")


if __name__ == "__main__":
    main(sys.argv[1:])
