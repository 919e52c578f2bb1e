import PodAPI

/// The pod of a task on its way to the merge; nobody else holds any of it.
struct TaskPod {
  /// All fields but the two lists of containers.
  var spec: PodObject
  var containers: [PodObject]
  var initContainers: [PodObject]

  /// A pod of one container.
  init(container: PodObject) {
    spec = PodObject()
    containers = [container]
    initContainers = []
  }

  /// The pod of a spec, decoded by a binary that knows an API version.
  init(decoding spec: PodObject, minor: Int) {
    var rest = spec.known(to: minor, as: "PodSpec")
    func take(_ name: FieldName) -> [PodObject] {
      let found = (rest[name]?.items ?? []).compactMap(\.object)
      rest[name] = nil
      return found
    }
    containers = take(.containers)
    initContainers = take(.initContainers)
    self.spec = rest
  }

  /// The whole spec.
  var object: PodObject {
    Self.object(spec, containers: containers, initContainers: initContainers)
  }

  /// A whole spec of its parts.
  static func object(
    _ spec: PodObject, containers: [PodObject], initContainers: [PodObject]
  ) -> PodObject {
    var result = spec
    if !containers.isEmpty { result[.containers] = .list(containers.map { .object($0) }) }
    if !initContainers.isEmpty {
      result[.initContainers] = .list(initContainers.map { .object($0) })
    }
    return result
  }
}

extension PodObject {
  /// Takes resources over its own, name by name.
  mutating func take(resources: PodObject) {
    var own = self[.resources]?.object ?? PodObject()
    for kind in [FieldName.limits, .requests] {
      guard let added = resources[kind]?.map else { continue }
      var amounts = own[kind]?.map ?? PodMap()
      for entry in added.entries { amounts[entry.key] = entry.value }
      own[kind] = .map(amounts)
    }
    self[.resources] = .object(own)
  }
}
