import PodAPI

/// Every container forbids privilege escalation by saying so (since 1.8).
enum PrivilegeEscalationCheck {
  static let revisions = [
    Check(id: "allowPrivilegeEscalation", level: .restricted, since: 8, evaluate: evaluate),
    Check(
      id: "allowPrivilegeEscalation", level: .restricted, since: 25,
      evaluate: { $0.isWindows ? nil : evaluate($0) }),
  ]

  @Sendable private static func evaluate(_ pod: PodView) -> CheckFinding? {
    let offenders = pod.containers.filter {
      $0.securityContext?[.allowPrivilegeEscalation]?.bool != false
    }
    let field = "securityContext.allowPrivilegeEscalation"
    return pod.finding(
      "allowPrivilegeEscalation", "allowPrivilegeEscalation != false", offenders, field: field
    ) { "\($0) must set \(field)=false" }
  }
}
