import PodAPI

/// AppArmor profiles are the runtime's default or local ones, in fields and in annotations. Servers
/// before 1.30 know annotations only.
enum AppArmorProfileCheck {
  static let revisions = [
    Check(
      id: "appArmorProfile", level: .baseline, since: 0, servers: 0..<30, needs: [.annotations],
      evaluate: annotations),
    Check(
      id: "appArmorProfile", level: .baseline, since: 0, servers: 30..<Int.max,
      needs: [.appArmorProfile, .annotations], evaluate: evaluate),
  ]

  private static let prefix = "container.apparmor.security.beta.kubernetes.io/"

  @Sendable private static func evaluate(_ pod: PodView) -> CheckFinding? {
    let podType = forbidden(pod.securityContext)
    let setters = pod.containers.compactMap { container in
      forbidden(container.securityContext).map { (container.name, $0) }
    }
    let annotations = forbiddenAnnotations(pod)
    guard podType != nil || !setters.isEmpty || !annotations.isEmpty else { return nil }
    let types = CheckWords.sorted([podType].compactMap { $0 } + setters.map(\.1))
    let items = words(annotations)
    let who = [
      CheckWords.setters(pod: podType != nil, setters.map(\.0)),
      annotations.isEmpty ? "" : CheckWords.plural(annotations.count, "annotation", "annotations"),
    ].filter { !$0.isEmpty }.joined(separator: " and ")
    let values = types + items
    return CheckFinding(
      check: "appArmorProfile",
      reason: reason(values.count),
      detail: "\(who) must not set AppArmor profile type to \(CheckWords.quoted(values))",
      offenders: Offenders.of(
        pod: podType != nil, setters.map(\.0), field: "securityContext.appArmorProfile")
        + offenders(annotations))
  }

  @Sendable private static func annotations(_ pod: PodView) -> CheckFinding? {
    let annotations = forbiddenAnnotations(pod)
    guard !annotations.isEmpty else { return nil }
    return CheckFinding(
      check: "appArmorProfile", reason: reason(annotations.count),
      detail: words(annotations).joined(separator: ", "), offenders: offenders(annotations))
  }

  private static func reason(_ count: Int) -> String {
    "forbidden AppArmor \(CheckWords.plural(count, "profile", "profiles"))"
  }

  private static func forbiddenAnnotations(_ pod: PodView) -> [PodMap.Entry] {
    (pod.annotations?.entries ?? []).filter { entry in
      guard entry.key.hasPrefix(prefix), let value = entry.value.string else { return false }
      return !(value.isEmpty || value == "runtime/default" || value.hasPrefix("localhost/"))
    }
  }

  /// Each as `KEY="VALUE"`, in byte order.
  private static func words(_ annotations: [PodMap.Entry]) -> [String] {
    CheckWords.sorted(
      annotations.map { "\($0.key)=\(CheckWords.goQuoted($0.value.string ?? ""))" })
  }

  private static func offenders(_ annotations: [PodMap.Entry]) -> [Offender] {
    annotations.map { Offender(container: nil, field: "metadata.annotations", name: $0.key) }
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
