import PodAPI

/// A PodSpec in memory: its containers apart, for Flyte merges those one by one.
struct GoPod {
  /// All fields but the two lists of containers.
  var spec: GoStruct
  var containers: [GoStruct]
  var initContainers: [GoStruct]

  /// The pod of a spec, decoded by a binary that knows an API version.
  init(decoding spec: PodObject, minor: Int) {
    var rest = spec
    rest[.containers] = nil
    rest[.initContainers] = nil
    self.spec = GoStruct(decoding: rest, as: "PodSpec", minor: minor)
    func decode(_ name: FieldName) -> [GoStruct] {
      (spec[name]?.items ?? []).map {
        GoStruct(decoding: $0.object, as: "Container", minor: minor)
      }
    }
    containers = decode(.containers)
    initContainers = decode(.initContainers)
  }

  /// A pod of these containers.
  init(spec: GoStruct, containers: [GoStruct], initContainers: [GoStruct]) {
    self.spec = spec
    self.containers = containers
    self.initContainers = initContainers
  }

  /// A copy that shares nothing.
  var deepCopy: GoPod {
    GoPod(
      spec: spec.deepCopy, containers: containers.map(\.deepCopy),
      initContainers: initContainers.map(\.deepCopy))
  }

  /// The spec as a Pod value.
  var object: PodObject {
    var result = spec.object
    func encode(_ containers: [GoStruct]) -> PodValue? {
      containers.isEmpty ? nil : .list(containers.map { .object($0.object) })
    }
    result[.containers] = encode(containers)
    result[.initContainers] = encode(initContainers)
    return result
  }
}

extension GoStruct {
  /// The text of a field; empty when there is none.
  func text(_ name: FieldName) -> String {
    if case .scalar(.string(let text)) = self[name] { return text }
    return ""
  }

  /// A container's name.
  var name: String { text(.name) }

  /// The items of a list field.
  func items(_ name: FieldName) -> [PodValue] {
    if case .list(let items) = self[name] { return items }
    return []
  }

  /// Adds to a list field.
  mutating func append(_ items: [PodValue], to name: FieldName) {
    guard !items.isEmpty else { return }
    self[name] = .list(self.items(name) + items)
  }

  /// Sets a text field; empty text is Go's zero value.
  mutating func set(_ name: FieldName, _ text: String) {
    self[name] = text.isEmpty ? nil : .scalar(.string(text))
  }
}

/// The fields that Flyte's own code names, beside those of the Pod API's rules.
extension FieldName {
  static let affinity = FieldName(known: "affinity")
  static let args = FieldName(known: "args")
  static let command = FieldName(known: "command")
  static let dnsConfig = FieldName(known: "dnsConfig")
  static let nodeSelector = FieldName(known: "nodeSelector")
  static let workingDir = FieldName(known: "workingDir")
}
