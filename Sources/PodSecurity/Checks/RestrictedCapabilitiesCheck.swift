import PodAPI

/// Every container drops ALL and adds NET_BIND_SERVICE at most.
enum RestrictedCapabilitiesCheck {
  static let revisions = [
    Check(
      id: "capabilities_restricted", level: .restricted, since: 22,
      overrides: ["capabilities_baseline"], evaluate: evaluate),
    Check(
      id: "capabilities_restricted", level: .restricted, since: 25,
      overrides: ["capabilities_baseline"], evaluate: { $0.isWindows ? nil : evaluate($0) }),
  ]

  @Sendable private static func evaluate(_ pod: PodView) -> CheckFinding? {
    let undropped = pod.containers.filter { container in
      let dropped = container.securityContext?[.capabilities]?.object?[.drop]?.items ?? []
      return !dropped.contains { $0.string == "ALL" }
    }
    let adding = pod.containers.compactMap { container -> Offender? in
      let added = container.addedCapabilities
      guard !added.isEmpty else { return nil }
      let bad = added.filter { $0 != "NET_BIND_SERVICE" }
      guard !bad.isEmpty else { return nil }
      return Offender(
        container: container.name, field: "securityContext.capabilities.add", values: bad)
    }
    guard !undropped.isEmpty || !adding.isEmpty else { return nil }
    var parts: [String] = []
    if !undropped.isEmpty {
      let names = CheckWords.containers(undropped.map(\.name))
      parts.append("\(names) must set securityContext.capabilities.drop=[\"ALL\"]")
    }
    if !adding.isEmpty {
      let names = CheckWords.containers(adding.compactMap(\.container))
      let values = CheckWords.quoted(CheckWords.sorted(adding.flatMap(\.values)))
      parts.append("\(names) must not include \(values) in securityContext.capabilities.add")
    }
    return CheckFinding(
      check: "capabilities_restricted", reason: "unrestricted capabilities",
      detail: parts.joined(separator: "; "),
      offenders: Offenders.of(
        pod: false, undropped.map(\.name), field: "securityContext.capabilities.drop")
        + adding)
  }
}
