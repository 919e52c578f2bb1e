import PodAPI

/// No probe and no lifecycle handler names a host (since 1.34).
enum HostProbesCheck {
  static let revisions = [
    Check(
      id: "hostProbesAndHostLifecycle", level: .baseline, since: 34, needs: handled,
      evaluate: evaluate)
  ]

  private static let probes = ["livenessProbe", "readinessProbe", "startupProbe"]
    .map(FieldName.init(known:))
  private static let handled = probes + [FieldName.lifecycle]
  private static let handlers = ["postStart", "preStop"].map(FieldName.init(known:))

  @Sendable private static func evaluate(_ pod: PodView) -> CheckFinding? {
    let found = pod.containers.flatMap(hosts)
    guard !found.isEmpty else { return nil }
    let names = CheckWords.sorted(found.compactMap(\.offender.container))
    let listed = CheckWords.sorted(found.map(\.host))
    return CheckFinding(
      check: "hostProbesAndHostLifecycle", reason: "probe or lifecycle host",
      detail: [
        CheckWords.containers(names), CheckWords.plural(names.count, "uses", "use"),
        "probe or lifecycle", CheckWords.plural(listed.count, "host", "hosts"),
        CheckWords.quoted(listed),
      ].joined(separator: " "),
      offenders: found.map(\.offender))
  }

  private typealias Found = (host: String, offender: Offender)

  /// The hosts that a container names, each with its field.
  private static func hosts(of container: ContainerView) -> [Found] {
    let lifecycle = container.object[.lifecycle]?.object
    let places =
      probes.map { (container.object[$0]?.object, $0.text) }
      + handlers.map { (lifecycle?[$0]?.object, "lifecycle.\($0.text)") }
    return places.flatMap { handler, path in
      [FieldName.httpGet, .tcpSocket].compactMap { kind -> Found? in
        guard let host = handler?[kind]?.object?[.host]?.string, !host.isEmpty else { return nil }
        return (
          host,
          Offender(
            container: container.name, field: "\(path).\(kind.text).host", values: [host])
        )
      }
    }
  }
}
