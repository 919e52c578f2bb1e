import PodAPI

extension MutatingPolicy {
  /// The policy that gives Flyte's pods what a profile says of security contexts and Flyte does not
  /// carry there, and takes away the capabilities that its level forbids; nil if there is nothing to do.
  ///
  /// It sets only what is missing, so what a task says itself stays: stricter values, which Pod Security
  /// admits, and others, which it refuses in its own words. It never adds rights.
  /// - Parameters:
  ///   - minor: Kubernetes' minor version; fields that it lacks are left out.
  ///   - marks: what tells Flyte's pods from others.
  public static func filling(
    _ profile: PolicyProfile, name: String, minor: Int, marks: PodMarks
  ) -> MutatingPolicy? {
    let steps =
      PodFilling(profile: profile, minor: minor).steps
      + PolicyContainers.allCases.flatMap { list in
        ContainerFilling(profile: profile, list: list, minor: minor).steps
      }
    guard !steps.isEmpty else { return nil }
    return MutatingPolicy(name: name, matches: [marks.match, .notWindows], steps: steps)
  }
}

extension PolicyMatch {
  /// Pods of Windows have none of these fields, and the API server refuses them there.
  static let notWindows = PolicyMatch(
    "not-windows",
    .not(.equals(PolicyPlace(known: .pod, .spec, .os, .name), .string("windows"))))
}

/// The steps of a policy for the security context of a pod.
struct PodFilling {
  let profile: PolicyProfile
  let minor: Int

  /// Fields that are never filled: Windows' own, and sysctls, of which the API server refuses some in
  /// pods of the host's network or processes.
  static let leftOut: [FieldName] = [.windowsOptions, .sysctls]

  var steps: [PolicyStep] {
    let wanted = profile.podContext.fields.filter { field in
      !Self.leftOut.contains(field.name) && field.value != .bool(false)
        && PodSchema.shipped["PodSecurityContext"]?[field.name]?.exists(in: minor) == true
    }
    guard !wanted.isEmpty else { return [] }
    let context = PolicyPlace.podContext
    let parent = PolicyStep(
      .pod, set: context, to: .empty, when: .not(.has(context)),
      comment: "The pod's security context, if there is none.")
    return [parent]
      + wanted.map { field in
        let place = context.known(field.name)
        return PolicyStep(
          .pod, set: place, to: .literal(field.value),
          when: .all([.not(.has(place)), agreement(field)]),
          comment: "\(field.name.text) of the pod, if it is not set.")
      }
  }

  /// The API server refuses a seccomp profile that differs from the annotation.
  private func agreement(_ field: PodObject.Field) -> PolicyCondition {
    guard field.name == .seccompProfile else { return .always }
    return .not(
      .isAnnotated(
        .pod("seccomp.security.alpha.kubernetes.io/pod"),
        otherThan: AnnotatedProfile.texts(for: field.value, older: true)))
  }
}

/// The annotations that choose seccomp and AppArmor profiles.
enum AnnotatedProfile {
  static let appArmor: ByteText = "container.apparmor.security.beta.kubernetes.io/"
  static let seccomp: ByteText = "container.seccomp.security.alpha.kubernetes.io/"

  /// The annotations that say what a field says.
  static func texts(for profile: PodValue, older: Bool) -> [ByteText] {
    let object = profile.object ?? PodObject()
    switch object[.type]?.string ?? "" {
    case "RuntimeDefault":
      return older ? ["runtime/default", "docker/default"] : ["runtime/default"]
    case "Unconfined": return ["unconfined"]
    default: return [ByteText("localhost/" + (object[.localhostProfile]?.string ?? ""))]
    }
  }
}
