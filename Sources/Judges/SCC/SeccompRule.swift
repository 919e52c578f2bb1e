import APIServer
import PodAPI

/// The seccomp profiles that an SCC lets in, by the names that annotations have for them
/// (`securitycontextconstraints/seccomp`).
struct SeccompRule {
  static let podAnnotation = "seccomp.security.alpha.kubernetes.io/pod"
  static let containerAnnotation = "container.seccomp.security.alpha.kubernetes.io/"

  private static let runtime = "runtime/default"
  private static let docker = "docker/default"
  private static let unconfined = "unconfined"
  private static let local = "localhost/"

  private let allowed: [String]
  private let allowsAny: Bool

  init(_ profiles: [String]) {
    allowed = profiles.filter { $0 != "*" }
    allowsAny = profiles.contains { $0 == "*" }
  }

  /// The profile of a pod that has none; nil: it stays so.
  func profile(for pod: SubmittedPod) -> String? {
    if let said = pod[annotation: Self.podAnnotation], !said.isEmpty { return said }
    if let field = pod.spec.part(.securityContext)?.part(.seccompProfile) {
      return Self.text(field)
    }
    return allowed.first
  }

  /// The profile that a container has.
  static func profile(of container: PodObject, in pod: SubmittedPod) -> String {
    if let field = container.part(.securityContext)?.part(.seccompProfile) { return text(field) }
    if let said = pod[annotation: containerAnnotation + container.text(.name)] { return said }
    return profile(of: pod)
  }

  private static func profile(of pod: SubmittedPod) -> String {
    if let field = pod.spec.part(.securityContext)?.part(.seccompProfile) { return text(field) }
    return pod[annotation: podAnnotation] ?? ""
  }

  /// The profile of a pod that is checked: what its annotation says goes before its field.
  static func checkedProfile(of pod: SubmittedPod) -> String {
    let said = pod[annotation: podAnnotation] ?? ""
    return said.isEmpty ? profile(of: pod) : said
  }

  /// The fault of a profile; nil: it is let in.
  func fault(_ profile: String) -> String? {
    if allowsAny { return nil }
    guard !allowed.isEmpty else { return profile.isEmpty ? nil : "seccomp may not be set" }
    let isRuntimes = profile == Self.runtime || profile == Self.docker
    let allowsRuntimes = allowed.contains { $0 == Self.runtime || $0 == Self.docker }
    if allowed.contains(where: { $0 == profile }) || isRuntimes && allowsRuntimes { return nil }
    return
      "\(profile) is not an allowed seccomp profile. Valid values are [\(allowed.joined(separator: " "))]"
  }

  /// The name that annotations have for a field; empty for none.
  private static func text(_ field: PodObject) -> String {
    switch field.text(.type) {
    case "Unconfined": return unconfined
    case "RuntimeDefault": return runtime
    case "Localhost": return field[.localhostProfile]?.string.map { local + $0 } ?? ""
    default: return ""
    }
  }

  /// The field that says what an annotation says; nil for one that says nothing.
  static func field(_ annotation: String) -> PodObject? {
    var field = PodObject()
    switch annotation {
    case unconfined: field[.type] = .string("Unconfined")
    case runtime, docker: field[.type] = .string("RuntimeDefault")
    default:
      guard annotation.hasPrefix(local) else { return nil }
      let path = String(annotation.dropFirst(local.count))
      guard !path.isEmpty else { return nil }
      field[.type] = .string("Localhost")
      field[.localhostProfile] = .string(path)
    }
    return field
  }
}
