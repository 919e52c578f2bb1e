import Admission
import PodAPI
import Values

/// Profiles and pods of the tests.
enum Profiles {
  static let marks = PodMarks(labels: ["execution-id"], containers: ["ray-job-submitter"])

  static func object(_ value: PlainValue, _ type: String) -> PodObject {
    PodDecoder(minor: 36).decode(value, as: type)
  }

  static let strictContext = object(
    .mapping([
      .init("allowPrivilegeEscalation", .bool(false)),
      .init("capabilities", .mapping([.init("drop", .list([.string("ALL")]))])),
      .init("readOnlyRootFilesystem", .bool(true)),
      .init("runAsNonRoot", .bool(true)),
      .init("seccompProfile", .mapping([.init("type", .string("RuntimeDefault"))])),
      .init("appArmorProfile", .mapping([.init("type", .string("RuntimeDefault"))])),
      .init("seLinuxOptions", .mapping([.init("type", .string("container_t"))])),
      .init("runAsUser", .integer(2000)),
    ]), "SecurityContext")

  /// Fields of the pod that only a policy holds pods to.
  private static let strictPod: PodObject = {
    var spec = PodDecoder(minor: 36).said(
      .mapping([
        .init("automountServiceAccountToken", .bool(false)), .init("hostNetwork", .bool(false)),
        .init("hostPID", .bool(true)), .init("hostUsers", .bool(false)),
        .init("runtimeClassName", .string("gvisor")),
        .init("shareProcessNamespace", .bool(false)),
      ]))
    spec[.securityContext] = pod[.securityContext]
    return spec
  }()

  static let pod = object(
    .mapping([
      .init(
        "securityContext",
        .mapping([
          .init("runAsNonRoot", .bool(true)), .init("runAsUser", .integer(1000)),
          .init("fsGroup", .integer(1000)),
          .init("seccompProfile", .mapping([.init("type", .string("RuntimeDefault"))])),
        ]))
    ]), "PodSpec")

  /// Everything at once: fields of the container that differ from the pod's, and co-pilot's own.
  static var strict: PolicyProfile {
    var copilot = strictContext
    copilot[.readOnlyRootFilesystem] = nil
    copilot[.runAsGroup] = .integer(3000)
    return PolicyProfile(
      name: "strict", pod: strictPod,
      contexts: [
        .primary: strictContext, .main: strictContext, .initial: strictContext,
        .copilot: copilot, .initialCopilot: copilot,
      ], addable: ["NET_BIND_SERVICE"], dropsAll: true, copilotPrefix: "flyte-copilot-",
      allowed: AllowedValues(users: [1000...1999], registries: ["ghcr.io/acme"]))
  }

  /// As the built-in profile `restricted` says it.
  static var restricted: PolicyProfile {
    let context = object(
      .mapping([
        .init("allowPrivilegeEscalation", .bool(false)),
        .init("capabilities", .mapping([.init("drop", .list([.string("ALL")]))])),
        .init("runAsNonRoot", .bool(true)),
        .init("seccompProfile", .mapping([.init("type", .string("RuntimeDefault"))])),
      ]), "SecurityContext")
    return PolicyProfile(
      name: "builtin/restricted", pod: pod,
      contexts: Dictionary(
        uniqueKeysWithValues: PolicyProfile.Role.allCases.map { ($0, context) }),
      addable: ["NET_BIND_SERVICE"], dropsAll: true, copilotPrefix: "flyte-copilot-")
  }

  /// Without a level: nothing is taken away.
  static var free: PolicyProfile {
    var profile = restricted
    profile.addable = nil
    profile.dropsAll = false
    return profile
  }

  static func filling(_ profile: PolicyProfile) -> MutatingPolicy {
    MutatingPolicy.filling(profile, name: "fill", minor: 36, marks: marks)
      ?? MutatingPolicy(name: "none", matches: [], steps: [])
  }
}
