import Diagnostics
import JSONText
import PodAPI

// Annotations that the API server reads: those that came before fields, and a few of its own.

/// The keys of such annotations.
enum KnownAnnotation {
  static let appArmor = "container.apparmor.security.beta.kubernetes.io/"
  static let seccompPod = "seccomp.security.alpha.kubernetes.io/pod"
  static let seccomp = "container.seccomp.security.alpha.kubernetes.io/"
  static let mirror = "kubernetes.io/config.mirror"
  static let tolerations = "scheduler.alpha.kubernetes.io/tolerations"
  static let deletionCost = "controller.kubernetes.io/pod-deletion-cost"
}

extension ValidationPass {
  /// Checks annotations by themselves.
  mutating func readAnnotations(_ metadata: PodObject, _ spec: PodObject) {
    guard let annotations = metadata[.annotations]?.map, !annotations.isEmpty else { return }
    let containers = NameSet(
      FieldName.containerLists.flatMap { list in
        spec.items(list).compactMap { $0.object?.text(.name) }
      })
    within(.annotations) { pass in
      for entry in annotations.entries {
        pass.readAnnotation(entry.key, entry.value.string ?? "", spec, containers)
      }
    }
  }

  private mutating func readAnnotation(
    _ key: String, _ value: String, _ spec: PodObject, _ containers: NameSet
  ) {
    if key == KnownAnnotation.mirror {
      if spec.text(.nodeName).isEmpty {
        refuse(.invalid, at: .key(key), "needs a nodeName; remove it, it is for the kubelet")
      }
    } else if key == KnownAnnotation.tolerations {
      tolerations(inAnnotation: key, value)
    } else if key == KnownAnnotation.deletionCost {
      if !DeletionCost.isCost(value) {
        refuse(
          .invalid, at: .key(key),
          "\(quoted: value) must be a whole number of 32 bits; write, for example, 100")
      }
    } else if key == KnownAnnotation.seccompPod || key.hasPrefix(KnownAnnotation.seccomp) {
      within(saying: .word(key), truly: .key(key)) { $0.seccompAnnotation(value) }
    } else if key.hasPrefix(KnownAnnotation.appArmor) {
      let name = String(key.dropFirst(KnownAnnotation.appArmor.count))
      if !containers.contains(name) {
        refuse(
          .invalid, at: .key(key), "there is no container \(quoted: name); remove the annotation")
      }
      let words = ["", "runtime/default", "unconfined"]
      if !words.contains(value), !value.hasPrefix("localhost/") {
        refuse(
          .invalid, at: .key(key),
          "\(quoted: value) is not a profile; write runtime/default, unconfined or localhost/…")
      }
    }
  }

  private mutating func seccompAnnotation(_ value: String) {
    let prefix = "localhost/"
    if ["runtime/default", "docker/default", "unconfined"].contains(value) { return }
    if value.hasPrefix(prefix) {
      checkBelow(String(value.dropFirst(prefix.count)))
    } else {
      refuse(
        .invalid,
        "\(quoted: value) is not a profile; write runtime/default, unconfined or localhost/…")
    }
  }

  /// Tolerations as JSON.
  private mutating func tolerations(inAnnotation key: String, _ text: String) {
    guard !text.isEmpty else { return }
    let list: ManifestValue
    do throws(JSONReader.Fault) {
      list = try JSONReader.read(text.utf8, as: ManifestValue.self)
    } catch {
      refuse(.invalid, truly: [.key(key)], "does not contain tolerations: \(error.reason)")
      return
    }
    var decoder = ManifestDecoder(minor: release.minor)
    guard let decoded = decoder.decode(list: list, as: "Toleration") else {
      refuse(
        .invalid, truly: [.key(key)], "does not contain tolerations; write them in 'tolerations'")
      return
    }
    within(saying: .word(key), truly: .key(key)) { $0.tolerations(decoded) }
  }

  /// Profiles that are said by annotation and by field must be the same.
  mutating func profilesAgree(_ metadata: PodObject, _ spec: PodObject) {
    guard let annotations = metadata[.annotations]?.map, !annotations.isEmpty else { return }
    let (context, seccomp) = (FieldName.securityContext, FieldName.seccompProfile)
    let podKey = KnownAnnotation.seccompPod
    if let text = annotations[podKey]?.string,
      let profile = spec.part(context)?.part(seccomp)
    {
      within(context) { $0.agree(seccomp, profile, podKey, text) }
    }
    eachContainer(of: spec) { pass, container in
      let key = KnownAnnotation.seccomp + container.text(.name)
      guard let text = annotations[key]?.string,
        let profile = container.part(context)?.part(seccomp)
      else { return }
      pass.within(context) { $0.agree(seccomp, profile, key, text) }
    }
    guard release.has(.appArmorFields), spec.part(.os)?.text(.name) != "windows" else { return }
    let podProfile = spec.part(context)?.part(.appArmorProfile)
    eachContainer(of: spec) { pass, container in
      let key = KnownAnnotation.appArmor + container.text(.name)
      let own = container.part(context)?.part(.appArmorProfile)
      guard let text = annotations[key]?.string, let profile = own ?? podProfile else { return }
      pass.within(context) { $0.agree(.appArmorProfile, profile, key, text) }
    }
  }

  /// The server says the field; what is wrong is more likely the annotation.
  private mutating func agree(
    _ field: FieldName, _ profile: PodObject, _ key: String, _ text: String
  ) {
    let prefix = "localhost/"
    var wrong: FieldName?
    switch profile.text(.type) {
    case "Unconfined": wrong = text == "unconfined" ? nil : .type
    case "RuntimeDefault":
      let isDefault = text == "runtime/default"
      let isOlder = text == "docker/default" && field == .seccompProfile
      wrong = isDefault || isOlder ? nil : .type
    case "Localhost":
      let local = profile[.localhostProfile]?.string
      if !text.hasPrefix(prefix) {
        wrong = .type
      } else if local != String(text.dropFirst(prefix.count)) {
        wrong = .localhostProfile
      }
    default: break
    }
    guard let wrong else { return }
    refuse(
      .forbidden, saying: [.field(field), .field(wrong)],
      at: [.field(.metadata), .field(.annotations), .key(key)],
      "\(quoted: text) differs from the field '\(field.text)'; remove the annotation")
  }
}

/// The cost of deleting a pod, as its annotation says it.
enum DeletionCost {
  /// A whole number of 32 bits, without a plus or zeros in front.
  static func isCost(_ text: String) -> Bool {
    guard Int32(text) != nil, let first = text.utf8.first else { return false }
    return first != UInt8(ascii: "+") && (first != 0x30 || text.utf8.count == 1)
  }
}
