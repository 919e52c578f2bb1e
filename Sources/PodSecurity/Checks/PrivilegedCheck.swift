import PodAPI

/// No container is privileged.
enum PrivilegedCheck {
  static let revisions = [
    Check(id: "privileged", level: .baseline, since: 0, needs: [.privileged], evaluate: evaluate)
  ]

  @Sendable private static func evaluate(_ pod: PodView) -> CheckFinding? {
    let offenders = pod.containers.filter { $0.securityContext?[.privileged]?.bool == true }
    return pod.finding("privileged", "privileged", offenders, field: "securityContext.privileged") {
      "\($0) must not set securityContext.privileged=true"
    }
  }
}
