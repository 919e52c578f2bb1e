import PodAPI

/// The parts of a pod that the checks read, taken out of it once.
struct PodView {
  let spec: PodObject
  let securityContext: PodObject?
  /// The annotations of the pod, or of a pod template.
  let annotations: PodMap?
  /// Init containers, containers, ephemeral containers, in that order.
  let containers: [ContainerView]
  let volumes: [PodValue]
  /// True if `os.name` is exactly `windows`.
  let isWindows: Bool
  /// True if `hostUsers` is exactly `false`.
  let hasOwnUsers: Bool
  /// The fields that are set: in the spec, in containers and in security contexts.
  let said: FieldMask

  init(spec: PodObject, annotations: PodMap?) {
    self.spec = spec
    self.annotations = annotations
    securityContext = spec[.securityContext]?.object
    volumes = spec[.volumes]?.items ?? []
    isWindows = spec[.os]?.object?[.name]?.string == "windows"
    hasOwnUsers = spec[.hostUsers]?.bool == false
    var found: [ContainerView] = []
    var said = FieldMask([])
    said.add(spec)
    said.add(securityContext)
    if annotations?.isEmpty == false { said.add(.annotations) }
    for list in FieldName.containerLists {
      for item in spec[list]?.items ?? [] {
        guard let object = item.object else { continue }
        let container = ContainerView(object: object)
        said.add(object)
        said.add(container.securityContext)
        found.append(container)
      }
    }
    containers = found
    self.said = said
  }
}

/// A container of any of the three lists.
struct ContainerView {
  let object: PodObject
  let securityContext: PodObject?

  init(object: PodObject) {
    self.object = object
    securityContext = object[.securityContext]?.object
  }

  var name: String { object[.name]?.string ?? "" }
}
