// Annotations that were once the only form of a profile.

extension ValidationPass {
  private static let appArmorPrefix = "container.apparmor.security.beta.kubernetes.io/"
  private static let seccompPod = "seccomp.security.alpha.kubernetes.io/pod"
  private static let seccompPrefix = "container.seccomp.security.alpha.kubernetes.io/"

  mutating func profileAnnotations(
    _ annotations: PodMap?, _ names: NameSet, _ spec: PodObject, _ path: () -> String
  ) {
    for entry in annotations?.entries ?? [] {
      func place() -> String { "\(path()).annotations[\(entry.key)]" }
      let value = entry.value.string ?? ""
      if entry.key.hasPrefix(Self.appArmorPrefix) {
        let name = String(entry.key.dropFirst(Self.appArmorPrefix.count))
        appArmor(value, of: name, isThere: names.contains(name), spec, place)
      } else if entry.key == Self.seccompPod {
        seccomp(value, spec[.securityContext]?.object, place)
      } else if entry.key.hasPrefix(Self.seccompPrefix) {
        let name = String(entry.key.dropFirst(Self.seccompPrefix.count))
        seccomp(value, Self.container(name, of: spec)?[.securityContext]?.object, place)
      }
    }
  }

  /// It must name a container, and not contradict the field that holds for the container.
  private mutating func appArmor(
    _ value: String, of name: String, isThere: Bool, _ spec: PodObject, _ place: () -> String
  ) {
    let words = ["", "runtime/default", "unconfined"]
    if !words.contains(value), !value.hasPrefix("localhost/") {
      refuse(place(), "'\(value)' is not a profile")
    }
    guard isThere else {
      refuse(place(), "there is no container '\(name)'")
      return
    }
    guard spec[.os]?.object?[.name]?.string != "windows" else { return }
    let own = Self.container(name, of: spec)?[.securityContext]?.object?[.appArmorProfile]?.object
    // A pod's container is given the annotation's profile where it has none; a template's is not.
    let pods = isTemplate ? spec[.securityContext]?.object?[.appArmorProfile]?.object : nil
    guard let profile = own ?? pods else { return }
    if !Self.annotations(for: profile).contains(value) { refuse(place(), "differs from the field") }
  }

  private mutating func seccomp(_ value: String, _ context: PodObject?, _ place: () -> String) {
    let words = ["runtime/default", "docker/default", "unconfined"]
    let prefix = "localhost/"
    let isPath =
      value.hasPrefix(prefix) && Self.isDescending(String(value.dropFirst(prefix.count)))
    if !words.contains(value), !isPath { refuse(place(), "'\(value)' is not a profile") }
    guard let profile = context?[.seccompProfile]?.object else { return }
    if !(Self.annotations(for: profile) + Self.older(profile)).contains(value) {
      refuse(place(), "differs from the field")
    }
  }

  private static func container(_ name: String, of spec: PodObject) -> PodObject? {
    [FieldName.containers, .initContainers].lazy.flatMap { spec[$0]?.items ?? [] }
      .compactMap(\.object).first { $0[.name]?.string.map { $0 == name } ?? false }
  }

  /// The annotations that say the same as a field.
  private static func annotations(for profile: PodObject) -> [String] {
    switch profile[.type]?.string {
    case "RuntimeDefault": ["runtime/default"]
    case "Unconfined": ["unconfined"]
    default: ["localhost/\(profile[.localhostProfile]?.string ?? "")"]
    }
  }

  /// What seccomp annotations called the runtime's default before.
  private static func older(_ profile: PodObject) -> [String] {
    profile[.type]?.string == "RuntimeDefault" ? ["docker/default"] : []
  }
}
