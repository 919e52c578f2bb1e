import PodAPI

// PodTemplates and pods as a whole.

extension ValidationPass {
  /// A PodTemplate; what is said of its pods, as far as it holds for templates.
  mutating func podTemplate(metadata: PodObject, template: PodObject) {
    within(.metadata) { pass in
      pass.names(of: metadata)
      pass.furtherMetadata(metadata)
    }
    let podMetadata = template.part(.metadata) ?? PodObject()
    let spec = template.part(.spec) ?? PodObject()
    within(.template) { pass in
      pass.within(saying: nil, truly: .field(.metadata)) { pass in
        pass.labels(.labels, of: podMetadata)
        pass.annotations(of: podMetadata)
        pass.readAnnotations(podMetadata, spec)
      }
      pass.within(.spec) { pass in
        pass.spec(spec, metadata: nil)
        pass.profilesAgree(podMetadata, spec)
        if !spec.items(.ephemeralContainers).isEmpty {
          pass.refuse(
            .forbidden, at: .ephemeralContainers,
            "can be added only to a running pod; remove them")
        }
      }
    }
  }

  /// A pod that is new.
  /// - Parameter isNamed: whether its name and namespace are looked at.
  mutating func pod(metadata: PodObject, spec: PodObject, isNamed: Bool = true) {
    within(.metadata) { pass in
      if isNamed { pass.names(of: metadata) }
      pass.furtherMetadata(metadata)
      pass.readAnnotations(metadata, spec)
    }
    within(.spec) { pass in
      pass.spec(spec, metadata: metadata)
      pass.onlyPods(metadata, spec)
      pass.profilesAgree(metadata, spec)
    }
  }

  /// The rules for pods that templates need not keep.
  private mutating func onlyPods(_ metadata: PodObject, _ spec: PodObject) {
    if spec.text(.serviceAccountName).isEmpty {
      each(.volumes, of: spec) { pass, volume, _ in
        pass.within(.projected, of: volume) { pass, projected in
          pass.each(.sources, of: projected) { pass, source, _ in
            if source[.serviceAccountToken] != nil {
              pass.refuse(
                .forbidden, at: .serviceAccountToken,
                "needs a serviceAccountName; write one in 'pod'")
            }
          }
        }
      }
    }
    for list in Self.mainLists where spec.items(list).contains(where: Self.hasPaddedImage) {
      each(list, of: spec) { pass, container, _ in pass.unpaddedImage(container) }
    }
    if !spec.items(.ephemeralContainers).isEmpty {
      refuse(
        .forbidden, at: .ephemeralContainers, "can be added only to a running pod; remove them")
    }
    if !spec.text(.nodeName).isEmpty, !spec.items(.schedulingGates).isEmpty {
      refuse(
        .forbidden, at: .nodeName, "cannot be combined with schedulingGates; remove one of them")
    }
  }

  mutating func unpaddedImage(_ container: PodObject) {
    if Self.hasPaddedImage(.object(container)) {
      refuse(.invalid, at: .image, "cannot start or end with a space; remove it")
    }
  }

  private static func hasPaddedImage(_ container: PodValue) -> Bool {
    let image = container.object?.text(.image) ?? ""
    return ByteTrim.blanks(image).utf8.count != image.utf8.count
  }
}
