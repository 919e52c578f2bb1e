import PodAPI

/// No volume is a path of the node.
enum HostPathVolumesCheck {
  static let revisions = [
    Check(id: "hostPathVolumes", level: .baseline, since: 0, needs: [.volumes], evaluate: evaluate)
  ]

  @Sendable private static func evaluate(_ pod: PodView) -> CheckFinding? {
    let names = pod.volumes.compactMap(\.object).filter { $0[.hostPath] != nil }
      .map { $0[.name]?.string ?? "" }
    guard !names.isEmpty else { return nil }
    return CheckFinding(
      check: "hostPathVolumes", reason: "hostPath volumes",
      detail: "\(CheckWords.plural(names.count, "volume", "volumes")) \(CheckWords.quoted(names))",
      offenders: names.map { Offender(container: nil, field: "volumes", name: $0) })
  }
}
