import PodAPI

/// No capability is added but those that runtimes give by default.
enum BaselineCapabilitiesCheck {
  static let revisions = [
    Check(
      id: "capabilities_baseline", level: .baseline, since: 0, needs: [.capabilities],
      evaluate: evaluate)
  ]

  static let allowed: Set<ByteText> = [
    "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD",
    "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
  ]

  @Sendable private static func evaluate(_ pod: PodView) -> CheckFinding? {
    let field = "securityContext.capabilities.add"
    let offenders = pod.containers.compactMap { container -> Offender? in
      let bad = container.addedCapabilities.filter { !allowed.contains(ByteText($0)) }
      return bad.isEmpty ? nil : Offender(container: container.name, field: field, values: bad)
    }
    guard !offenders.isEmpty else { return nil }
    let names = CheckWords.containers(offenders.compactMap(\.container))
    let added = CheckWords.quoted(CheckWords.sorted(offenders.flatMap(\.values)))
    return CheckFinding(
      check: "capabilities_baseline", reason: "non-default capabilities",
      detail: "\(names) must not include \(added) in \(field)", offenders: offenders)
  }
}

extension ContainerView {
  /// The capabilities it adds.
  var addedCapabilities: [String] {
    securityContext?[.capabilities]?.object?[.add]?.items.compactMap(\.string) ?? []
  }
}
