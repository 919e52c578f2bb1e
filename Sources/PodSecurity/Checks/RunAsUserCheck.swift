import PodAPI

/// No user id is 0 (since 1.23). Since 1.35 a pod with users of its own may have it.
enum RunAsUserCheck {
  static let revisions = [
    Check(id: "runAsUser", level: .restricted, since: 23, needs: [.runAsUser], evaluate: evaluate),
    Check(
      id: "runAsUser", level: .restricted, since: 35, needs: [.runAsUser],
      evaluate: { $0.hasOwnUsers ? nil : evaluate($0) }),
  ]

  @Sendable private static func evaluate(_ pod: PodView) -> CheckFinding? {
    let isPod = pod.securityContext?[.runAsUser]?.integer == 0
    let names = pod.containers.filter { $0.securityContext?[.runAsUser]?.integer == 0 }
      .map(\.name)
    guard isPod || !names.isEmpty else { return nil }
    return CheckFinding(
      check: "runAsUser", reason: "runAsUser=0",
      detail: "\(CheckWords.setters(pod: isPod, names)) must not set runAsUser=0",
      offenders: Offenders.of(pod: isPod, names, field: "securityContext.runAsUser"))
  }
}
