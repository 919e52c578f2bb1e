import PodAPI

/// Nothing may run as root: the pod or every container says so. Since 1.35 a pod with users of its
/// own need not.
enum RunAsNonRootCheck {
  static let revisions = [
    Check(id: "runAsNonRoot", level: .restricted, since: 0, evaluate: evaluate),
    Check(
      id: "runAsNonRoot", level: .restricted, since: 35,
      evaluate: { $0.hasOwnUsers ? nil : evaluate($0) }),
  ]

  @Sendable private static func evaluate(_ pod: PodView) -> CheckFinding? {
    let field = "securityContext.runAsNonRoot"
    let own = pod.securityContext?[.runAsNonRoot]?.bool
    let denying = pod.containers.filter { $0.securityContext?[.runAsNonRoot]?.bool == false }
    let reason = "runAsNonRoot != true"
    if own == false || !denying.isEmpty {
      let names = denying.map(\.name)
      return CheckFinding(
        check: "runAsNonRoot", reason: reason,
        detail: "\(CheckWords.setters(pod: own == false, names)) must not set \(field)=false",
        offenders: Offenders.of(pod: own == false, names, field: field))
    }
    guard own != true else { return nil }
    let unset = pod.containers.filter { $0.securityContext?[.runAsNonRoot] == nil }
    return pod.finding("runAsNonRoot", reason, unset, field: field) {
      "pod or \($0) must set \(field)=true"
    }
  }
}
