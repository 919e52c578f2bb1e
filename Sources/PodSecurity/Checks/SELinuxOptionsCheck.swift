import PodAPI

/// SELinux types are those for containers; user and role are left alone.
enum SELinuxOptionsCheck {
  private static let types: Set<String> = [
    "", "container_t", "container_init_t", "container_kvm_t",
  ]

  static let revisions = [
    Check(id: "seLinuxOptions", level: .baseline, since: 0, evaluate: { evaluate($0, types) }),
    Check(
      id: "seLinuxOptions", level: .baseline, since: 31,
      evaluate: { evaluate($0, types.union(["container_engine_t"])) }),
  ]

  @Sendable private static func evaluate(_ pod: PodView, _ types: Set<String>) -> CheckFinding? {
    var badTypes: [String] = []
    var hasUser = false
    var hasRole = false
    func isForbidden(_ context: PodObject?) -> Bool {
      guard let options = context?[.seLinuxOptions]?.object else { return false }
      var forbidden = false
      if let type = options[.type]?.string, !types.contains(type) {
        badTypes.append(type)
        forbidden = true
      }
      if options[.user]?.string?.isEmpty == false {
        hasUser = true
        forbidden = true
      }
      if options[.role]?.string?.isEmpty == false {
        hasRole = true
        forbidden = true
      }
      return forbidden
    }
    let isPod = isForbidden(pod.securityContext)
    let names = pod.containers.filter { isForbidden($0.securityContext) }.map(\.name)
    guard isPod || !names.isEmpty else { return nil }
    var parts: [String] = []
    if !badTypes.isEmpty {
      let listed = CheckWords.sorted(badTypes)
      parts.append(
        "\(CheckWords.plural(listed.count, "type", "types")) \(CheckWords.quoted(listed))")
    }
    if hasUser { parts.append("user may not be set") }
    if hasRole { parts.append("role may not be set") }
    let who = CheckWords.setters(pod: isPod, names)
    return CheckFinding(
      check: "seLinuxOptions", reason: "seLinuxOptions",
      detail:
        "\(who) set forbidden securityContext.seLinuxOptions: \(parts.joined(separator: "; "))",
      offenders: Offenders.of(pod: isPod, names, field: "securityContext.seLinuxOptions"))
  }
}
