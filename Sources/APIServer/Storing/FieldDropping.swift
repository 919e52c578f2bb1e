public import PodAPI

/// Fields that the API server drops from a new pod or template because a feature gate is off.
public struct FieldDropping: Sendable {
  private let release: ServerRelease
  /// The closed fields of each type, by the type's position.
  private let closed: [[Int]]
  /// True if a type or something below it has closed fields.
  private let leads: [Bool]

  /// Makes the dropping of a server.
  public init(_ release: ServerRelease) {
    self.release = release
    let types = PodSchema.shipped.types
    var closed = Array(repeating: [Int](), count: types.count)
    for (index, row) in GatedField.all.enumerated() where !release.has(row.gate) {
      for name in Self.types(of: row) {
        if let position = PodSchema.shipped.position(of: name) { closed[position].append(index) }
      }
    }
    self.closed = closed
    leads = Self.leading(to: closed)
  }

  private static func types(of row: GatedField) -> [String] {
    row.type == "Container" ? ["Container", "EphemeralContainer"] : [row.type]
  }

  /// The types from which some closed field is reached.
  private static func leading(to closed: [[Int]]) -> [Bool] {
    let types = PodSchema.shipped.types
    var leads = closed.map { !$0.isEmpty }
    var isChanged = true
    while isChanged {
      isChanged = false
      for (position, type) in types.enumerated() where !leads[position] {
        let isOnTheWay = type.fields.contains { field in
          field.kind.structPosition.map { leads[$0] } ?? false
        }
        if isOnTheWay {
          leads[position] = true
          isChanged = true
        }
      }
    }
    return leads
  }

  /// A spec without what is dropped.
  public func spec(_ spec: PodObject) -> PodObject {
    guard let position = Self.specPosition else { return spec }
    var spec = leads[position] ? object(spec, position) : spec
    if !release.has(.imageVolumes) { dropImageVolumes(&spec) }
    dropRestartPolicies(&spec)
    return spec
  }

  private static let specPosition = PodSchema.shipped.position(of: "PodSpec")

  private func object(_ object: PodObject, _ position: Int) -> PodObject {
    let type = PodSchema.shipped.types[position]
    var result = object
    for index in closed[position] {
      let row = GatedField.all[index]
      guard result[row.field] != nil else { continue }
      switch row.fate {
      case .dropped, .droppedWithOwner, .droppedWithEntry, .droppedUnless: result[row.field] = nil
      case .set(let word): result[row.field] = .string(word)
      }
    }
    for field in result.fields {
      guard let inner = type[field.name]?.kind.structPosition, leads[inner] else { continue }
      switch field.value {
      case .object(let below):
        let left = self.object(below, inner)
        // A hook or a lifecycle of which nothing is left goes with what it held.
        let goes = left.isEmpty && !below.isEmpty && isTakenAway(inner)
        result[field.name] = goes ? nil : .object(left)
      case .list(let items):
        result[field.name] = .list(
          items.map { item in item.object.map { .object(self.object($0, inner)) } ?? item })
      default: break
      }
    }
    return result
  }

  private func isTakenAway(_ position: Int) -> Bool {
    let name = PodSchema.shipped.types[position].name
    return name == "Lifecycle" || name == "LifecycleHandler"
  }

  /// An image volume goes with all its mounts.
  private func dropImageVolumes(_ spec: inout PodObject) {
    let volumes = spec[.volumes]?.items ?? []
    guard volumes.contains(where: { $0.object?[.image] != nil }) else { return }
    var names = NameSet()
    var kept: [PodValue] = []
    for volume in volumes {
      if let object = volume.object, object[.image] != nil {
        _ = names.insert(object[.name]?.string ?? "")
      } else {
        kept.append(volume)
      }
    }
    spec[.volumes] = kept.isEmpty ? nil : .list(kept)
    for list in FieldName.containerLists {
      guard let items = spec[list]?.items else { continue }
      spec[list] = .list(items.map { Self.withoutMounts(of: names, $0) })
    }
  }

  private static func withoutMounts(of names: NameSet, _ item: PodValue) -> PodValue {
    guard var container = item.object, let mounts = container[.volumeMounts]?.items else {
      return item
    }
    let kept = mounts.filter { !names.contains($0.object?[.name]?.string ?? "") }
    container[.volumeMounts] = kept.isEmpty ? nil : .list(kept)
    return .object(container)
  }

  /// Before 1.34 only init containers have a policy, while sidecars are off it goes; 1.34 drops every
  /// policy but that of sidecars while the gate of restart rules is off.
  private func dropRestartPolicies(_ spec: inout PodObject) {
    if !release.has(.sidecars) {
      drop(.restartPolicy, in: .initContainers, of: &spec) { _ in true }
    }
    guard release.holds(.restartRules), !release.has(.containerRestartRules) else { return }
    drop(.restartPolicy, in: .containers, of: &spec) { _ in true }
    drop(.restartPolicy, in: .initContainers, of: &spec) { $0 != "Always" }
  }

  private func drop(
    _ field: FieldName, in list: FieldName, of spec: inout PodObject,
    where isDropped: (String) -> Bool
  ) {
    guard let items = spec[list]?.items,
      items.contains(where: { $0.object?[field] != nil })
    else { return }
    spec[list] = .list(
      items.map { item in
        guard var container = item.object, let word = container[field]?.string, isDropped(word)
        else { return item }
        container[field] = nil
        return .object(container)
      })
  }
}

extension PodSchema.Kind {
  /// The position of the struct that it is, or is a list of.
  var structPosition: Int? {
    switch self {
    case .object(let position), .list(.object(let position)): position
    default: nil
    }
  }
}
