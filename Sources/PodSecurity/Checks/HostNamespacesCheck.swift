import PodAPI

/// The pod shares no namespace with its node.
enum HostNamespacesCheck {
  static let revisions = [
    Check(id: "hostNamespaces", level: .baseline, since: 0, needs: fields, evaluate: evaluate)
  ]

  private static let fields = ["hostNetwork", "hostPID", "hostIPC"].map(FieldName.init(known:))

  @Sendable private static func evaluate(_ pod: PodView) -> CheckFinding? {
    let shared = fields.filter { pod.spec[$0]?.bool == true }.map(\.text)
    guard !shared.isEmpty else { return nil }
    return CheckFinding(
      check: "hostNamespaces", reason: "host namespaces",
      detail: shared.map { "\($0)=true" }.joined(separator: ", "),
      offenders: shared.map { Offender(container: nil, field: $0) })
  }
}
