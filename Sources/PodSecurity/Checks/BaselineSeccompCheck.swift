import PodAPI

/// Seccomp profiles are the runtime's default or local ones: by annotation before 1.19, by field
/// since.
enum BaselineSeccompCheck {
  static let revisions = [
    Check(
      id: "seccompProfile_baseline", level: .baseline, since: 0, needs: [.annotations],
      evaluate: annotations),
    Check(
      id: "seccompProfile_baseline", level: .baseline, since: 19, needs: [.seccompProfile],
      evaluate: { SeccompFields.forbidden($0, id: "seccompProfile_baseline") }),
  ]

  @Sendable private static func annotations(_ pod: PodView) -> CheckFinding? {
    let keys =
      ["seccomp.security.alpha.kubernetes.io/pod"]
      + pod.containers.map { "container.seccomp.security.alpha.kubernetes.io/\($0.name)" }
    let bad = CheckWords.sorted(keys).compactMap { key -> (key: String, value: String)? in
      guard let value = pod.annotations?[key]?.string,
        value != "runtime/default", value != "docker/default", !value.hasPrefix("localhost/")
      else { return nil }
      return (key, value)
    }
    guard !bad.isEmpty else { return nil }
    let listed = CheckWords.sorted(bad.map { "\($0.key)=\(CheckWords.goQuoted($0.value))" })
      .joined(separator: ", ")
    return CheckFinding(
      check: "seccompProfile_baseline", reason: "seccompProfile",
      detail: "forbidden \(CheckWords.plural(bad.count, "annotation", "annotations")) \(listed)",
      offenders: bad.map { Offender(container: nil, field: "metadata.annotations", name: $0.key) })
  }
}

/// The rules for the field that both levels share.
enum SeccompFields {
  static let field = "securityContext.seccompProfile.type"

  static func type(_ context: PodObject?) -> String? {
    context?[.seccompProfile]?.object.map { $0[.type]?.string ?? "" }
  }

  static func isAllowed(_ type: String) -> Bool {
    type == "RuntimeDefault" || type == "Localhost"
  }

  static func forbidden(_ pod: PodView, id: String) -> CheckFinding? {
    let podType = type(pod.securityContext).flatMap { isAllowed($0) ? nil : $0 }
    let setters = pod.containers.compactMap { container in
      type(container.securityContext).flatMap { isAllowed($0) ? nil : (container.name, $0) }
    }
    guard podType != nil || !setters.isEmpty else { return nil }
    let types = CheckWords.sorted([podType].compactMap { $0 } + setters.map(\.1))
    let who = CheckWords.setters(pod: podType != nil, setters.map(\.0))
    return CheckFinding(
      check: id, reason: "seccompProfile",
      detail: "\(who) must not set \(field) to \(CheckWords.quoted(types))",
      offenders: Offenders.of(pod: podType != nil, setters.map(\.0), field: field))
  }
}
