import PodAPI

/// Every container has a seccomp profile, its own or the pod's (since 1.19).
enum RestrictedSeccompCheck {
  static let revisions = [
    Check(
      id: "seccompProfile_restricted", level: .restricted, since: 19,
      overrides: ["seccompProfile_baseline"], evaluate: evaluate),
    Check(
      id: "seccompProfile_restricted", level: .restricted, since: 25,
      overrides: ["seccompProfile_baseline"], evaluate: { $0.isWindows ? nil : evaluate($0) }),
  ]

  @Sendable private static func evaluate(_ pod: PodView) -> CheckFinding? {
    let id = "seccompProfile_restricted"
    if let forbidden = SeccompFields.forbidden(pod, id: id) { return forbidden }
    guard SeccompFields.type(pod.securityContext) == nil else { return nil }
    let unset = pod.containers.filter { SeccompFields.type($0.securityContext) == nil }
    return pod.finding(id, "seccompProfile", unset, field: SeccompFields.field) {
      "pod or \($0) must set \(SeccompFields.field) to \"RuntimeDefault\" or \"Localhost\""
    }
  }
}
