import PodAPI

/// No container takes a port of the node.
enum HostPortsCheck {
  static let revisions = [
    Check(id: "hostPorts", level: .baseline, since: 0, evaluate: evaluate)
  ]

  @Sendable private static func evaluate(_ pod: PodView) -> CheckFinding? {
    var ports: [String] = []
    let offenders = pod.containers.filter { container in
      let taken = (container.object[.ports]?.items ?? [])
        .compactMap { $0.object?[.hostPort]?.integer }.filter { $0 != 0 }
      ports += taken.map { "\($0)" }
      return !taken.isEmpty
    }
    return pod.finding("hostPorts", "hostPort", offenders, field: "ports") { containers in
      let listed = CheckWords.sorted(ports)
      let uses = CheckWords.plural(offenders.count, "uses", "use")
      let noun = CheckWords.plural(listed.count, "hostPort", "hostPorts")
      return "\(containers) \(uses) \(noun) \(listed.joined(separator: ", "))"
    }
  }
}
