import PodAPI

/// AppArmor profiles are the runtime's default or local ones, in fields and in annotations.
enum AppArmorProfileCheck {
  static let revisions = [
    Check(
      id: "appArmorProfile", level: .baseline, since: 0, needs: [.appArmorProfile, .annotations],
      evaluate: evaluate)
  ]

  private static let prefix = "container.apparmor.security.beta.kubernetes.io/"

  @Sendable private static func evaluate(_ pod: PodView) -> CheckFinding? {
    let podType = forbidden(pod.securityContext)
    let setters = pod.containers.compactMap { container in
      forbidden(container.securityContext).map { (container.name, $0) }
    }
    let annotations = (pod.annotations?.entries ?? []).filter { entry in
      guard entry.key.hasPrefix(prefix), let value = entry.value.string else { return false }
      return !(value.isEmpty || value == "runtime/default" || value.hasPrefix("localhost/"))
    }
    guard podType != nil || !setters.isEmpty || !annotations.isEmpty else { return nil }
    let types = CheckWords.sorted([podType].compactMap { $0 } + setters.map(\.1))
    let items = CheckWords.sorted(
      annotations.map { "\($0.key)=\(CheckWords.goQuoted($0.value.string ?? ""))" })
    let who = [
      CheckWords.setters(pod: podType != nil, setters.map(\.0)),
      annotations.isEmpty ? "" : CheckWords.plural(annotations.count, "annotation", "annotations"),
    ].filter { !$0.isEmpty }.joined(separator: " and ")
    let values = types + items
    return CheckFinding(
      check: "appArmorProfile",
      reason: "forbidden AppArmor \(CheckWords.plural(values.count, "profile", "profiles"))",
      detail: "\(who) must not set AppArmor profile type to \(CheckWords.quoted(values))",
      offenders: Offenders.of(
        pod: podType != nil, setters.map(\.0), field: "securityContext.appArmorProfile")
        + annotations.map {
          Offender(container: nil, field: "metadata.annotations", name: $0.key)
        })
  }

  private static func forbidden(_ context: PodObject?) -> String? {
    guard let profile = context?[.appArmorProfile]?.object else { return nil }
    let type = profile[.type]?.string ?? ""
    return type == "RuntimeDefault" || type == "Localhost" ? nil : type
  }
}

/// Lists of who is at fault.
enum Offenders {
  static func of(pod: Bool, _ containers: [String], field: String) -> [Offender] {
    (pod ? [Offender(container: nil, field: field)] : [])
      + containers.map { Offender(container: $0, field: field) }
  }
}
