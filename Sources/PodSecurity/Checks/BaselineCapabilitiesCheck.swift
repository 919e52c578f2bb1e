import PodAPI

/// No capability is added but those that runtimes give by default.
enum BaselineCapabilitiesCheck {
  static let revisions = [
    Check(id: "capabilities_baseline", level: .baseline, since: 0, evaluate: evaluate)
  ]

  private static let allowed: Set<String> = [
    "AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD",
    "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP", "SETUID", "SYS_CHROOT",
  ]

  @Sendable private static func evaluate(_ pod: PodView) -> CheckFinding? {
    var added: [String] = []
    let offenders = pod.containers.filter { container in
      let bad = container.addedCapabilities.filter { !allowed.contains($0) }
      added += bad
      return !bad.isEmpty
    }
    let field = "securityContext.capabilities.add"
    return pod.finding("capabilities_baseline", "non-default capabilities", offenders, field: field)
    { "\($0) must not include \(CheckWords.quoted(CheckWords.sorted(added))) in \(field)" }
  }
}

extension ContainerView {
  /// The capabilities it adds.
  var addedCapabilities: [String] {
    (securityContext?[.capabilities]?.object?[.add]?.items ?? []).compactMap(\.string)
  }
}
