import PodAPI

/// What the checks read of a pod, taken out of it once.
struct PodView {
  let spec: PodObject
  let securityContext: PodObject?
  /// The annotations of the pod, or of a pod template.
  let annotations: PodMap?
  /// Init containers, containers, ephemeral containers, in that order.
  let containers: [ContainerView]
  let volumes: [PodValue]
  /// Whether `os.name` is exactly `windows`.
  let isWindows: Bool
  /// Whether `hostUsers` is exactly `false`.
  let hasOwnUsers: Bool

  init(spec: PodObject, annotations: PodMap?) {
    self.spec = spec
    self.annotations = annotations
    securityContext = spec[.securityContext]?.object
    volumes = spec[.volumes]?.items ?? []
    isWindows = spec[.os]?.object?[.name]?.string == "windows"
    hasOwnUsers = spec[.hostUsers]?.bool == false
    var found: [ContainerView] = []
    for list in [FieldName.initContainers, .containers, .ephemeralContainers] {
      for item in spec[list]?.items ?? [] {
        if let object = item.object { found.append(ContainerView(object: object)) }
      }
    }
    containers = found
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
