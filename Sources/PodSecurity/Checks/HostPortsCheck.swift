import PodAPI

/// No container takes a port of the node.
enum HostPortsCheck {
  static let revisions = [
    Check(id: "hostPorts", level: .baseline, since: 0, needs: [.ports], evaluate: evaluate)
  ]

  @Sendable private static func evaluate(_ pod: PodView) -> CheckFinding? {
    let offenders = pod.containers.compactMap { container -> Offender? in
      let taken = hostPorts(of: container)
      return taken.isEmpty
        ? nil : Offender(container: container.name, field: "ports", values: taken)
    }
    guard !offenders.isEmpty else { return nil }
    let listed = CheckWords.sorted(offenders.flatMap(\.values))
    return CheckFinding(
      check: "hostPorts", reason: "hostPort",
      detail: [
        CheckWords.containers(offenders.compactMap(\.container)),
        CheckWords.plural(offenders.count, "uses", "use"),
        CheckWords.plural(listed.count, "hostPort", "hostPorts"), listed.joined(separator: ", "),
      ].joined(separator: " "),
      offenders: offenders)
  }

  private static func hostPorts(of container: ContainerView) -> [String] {
    (container.object[.ports]?.items ?? []).compactMap { $0.object?[.hostPort]?.integer }
      .filter { $0 != 0 }.map { "\($0)" }
  }
}
