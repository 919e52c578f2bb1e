import PodAPI

/// AppArmor profiles of pods by annotation and by field, kept alike by the API server
/// (`applyAppArmorVersionSkew`, since 1.30). Templates are left as they are.
enum AppArmorSync {
  static func pod(
    metadata: inout PodObject, spec: inout PodObject, on release: ServerRelease
  ) {
    guard release.has(.appArmorFields), spec.part(.os)?.text(.name) != "windows" else { return }
    var annotations = metadata[.annotations]?.map ?? PodMap()
    guard !annotations.isEmpty || release.holds(.appArmorAnnotations) else { return }
    let podProfile = spec.part(.securityContext)?.part(.appArmorProfile)
    for list in FieldName.containerLists {
      spec.changeItems(list) { container in
        let key = KnownAnnotation.appArmor + container.text(.name)
        let own = container.part(.securityContext)?.part(.appArmorProfile)
        if let said = annotations[key]?.string {
          guard own == nil, let profile = profile(said) else { return }
          // The pod's own profile needs no repeating.
          if podProfile == profile { return }
          var context = container.part(.securityContext) ?? PodObject()
          context[.appArmorProfile] = .object(profile)
          container[.securityContext] = .object(context)
        } else if release.holds(.appArmorAnnotations), let profile = own ?? podProfile {
          // Older kubelets read the annotation.
          if let text = annotation(profile) { annotations[key] = .string(text) }
        }
      }
    }
    metadata[.annotations] = annotations.isEmpty ? nil : .map(annotations)
  }

  private static let prefix = "localhost/"

  /// The field that says what an annotation says.
  private static func profile(_ annotation: String) -> PodObject? {
    var profile = PodObject()
    switch annotation {
    case "runtime/default": profile[.type] = .string("RuntimeDefault")
    case "unconfined": profile[.type] = .string("Unconfined")
    default:
      guard annotation.hasPrefix(prefix) else { return nil }
      let local = String(annotation.dropFirst(prefix.count))
      guard !local.isEmpty else { return nil }
      profile[.type] = .string("Localhost")
      profile[.localhostProfile] = .string(local)
    }
    return profile
  }

  private static func annotation(_ profile: PodObject) -> String? {
    switch profile.text(.type) {
    case "RuntimeDefault": "runtime/default"
    case "Unconfined": "unconfined"
    case "Localhost": profile[.localhostProfile]?.string.map { prefix + $0 }
    default: nil
    }
  }
}
