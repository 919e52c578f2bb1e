import PodAPI

/// SELinux types are those for containers; user and role are left alone. Servers before 1.26 name a
/// user or a role only beside a bad type.
enum SELinuxOptionsCheck {
  private static let types: TextSet = [
    "", "container_t", "container_init_t", "container_kvm_t",
  ]

  static let revisions = [
    Check(
      id: "seLinuxOptions", level: .baseline, since: 0, servers: 0..<26, needs: [.seLinuxOptions],
      evaluate: { evaluate($0, types, namesAll: false) }),
    Check(
      id: "seLinuxOptions", level: .baseline, since: 0, servers: 26..<Int.max,
      needs: [.seLinuxOptions], evaluate: { evaluate($0, types) }),
    Check(
      id: "seLinuxOptions", level: .baseline, since: 31, servers: 26..<Int.max,
      needs: [.seLinuxOptions], evaluate: { evaluate($0, types.union(["container_engine_t"])) }),
  ]

  @Sendable private static func evaluate(
    _ pod: PodView, _ types: TextSet, namesAll: Bool = true
  ) -> CheckFinding? {
    var badTypes: [String] = []
    var hasUser = false
    var hasRole = false
    func offender(_ name: String?, _ context: PodObject?) -> Offender? {
      guard let options = context?[.seLinuxOptions]?.object else { return nil }
      var bad: [String] = []
      if let type = options[.type]?.string, !types.contains(type) {
        badTypes.append(type)
        bad.append(type)
      }
      if let user = options[.user]?.string, !user.isEmpty {
        hasUser = true
        bad.append(user)
      }
      if let role = options[.role]?.string, !role.isEmpty {
        hasRole = true
        bad.append(role)
      }
      return bad.isEmpty
        ? nil : Offender(container: name, field: "securityContext.seLinuxOptions", values: bad)
    }
    let offenders =
      [offender(nil, pod.securityContext)].compactMap { $0 }
      + pod.containers.compactMap { offender($0.name, $0.securityContext) }
    guard !offenders.isEmpty else { return nil }
    var parts: [String] = []
    if !badTypes.isEmpty {
      let listed = CheckWords.sorted(badTypes)
      parts.append(
        "\(CheckWords.plural(listed.count, "type", "types")) \(CheckWords.quoted(listed))")
    }
    let isNamed = namesAll || !badTypes.isEmpty
    if hasUser, isNamed { parts.append("user may not be set") }
    if hasRole, isNamed { parts.append("role may not be set") }
    let names = offenders.compactMap(\.container)
    let who = CheckWords.setters(pod: names.count < offenders.count, names)
    return CheckFinding(
      check: "seLinuxOptions", reason: "seLinuxOptions",
      detail:
        "\(who) set forbidden securityContext.seLinuxOptions: \(parts.joined(separator: "; "))",
      offenders: offenders)
  }
}
