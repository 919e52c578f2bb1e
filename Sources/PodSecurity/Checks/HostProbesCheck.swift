import PodAPI

/// No probe and no lifecycle handler names a host (since 1.34).
enum HostProbesCheck {
  static let revisions = [
    Check(id: "hostProbesAndHostLifecycle", level: .baseline, since: 34, evaluate: evaluate)
  ]

  private static let probes = ["livenessProbe", "readinessProbe", "startupProbe"]
    .map(FieldName.init(known:))
  private static let handled = probes + [FieldName.lifecycle]
  private static let handlers = ["postStart", "preStop"].map(FieldName.init(known:))

  @Sendable private static func evaluate(_ pod: PodView) -> CheckFinding? {
    guard
      pod.containers.contains(where: { container in
        container.object.fields.contains { handled.contains($0.name) }
      })
    else { return nil }
    var hosts: [String] = []
    var offenders: [Offender] = []
    for container in pod.containers {
      let lifecycle = container.object[.lifecycle]?.object
      let found =
        probes.map { ($0.text, named(container.object[$0]?.object)) }
        + handlers.map { ("lifecycle.\($0.text)", named(lifecycle?[$0]?.object)) }
      for (field, named) in found where !named.isEmpty {
        hosts += named
        offenders.append(Offender(container: container.name, field: field))
      }
    }
    guard !offenders.isEmpty else { return nil }
    let names = CheckWords.sorted(offenders.compactMap(\.container))
    let listed = CheckWords.sorted(hosts)
    return CheckFinding(
      check: "hostProbesAndHostLifecycle", reason: "probe or lifecycle host",
      detail: [
        CheckWords.containers(names), CheckWords.plural(names.count, "uses", "use"),
        "probe or lifecycle", CheckWords.plural(listed.count, "host", "hosts"),
        CheckWords.quoted(listed),
      ].joined(separator: " "),
      offenders: offenders)
  }

  private static func named(_ handler: PodObject?) -> [String] {
    [FieldName.httpGet, .tcpSocket].compactMap { handler?[$0]?.object?[.host]?.string }
      .filter { !$0.isEmpty }
  }
}
