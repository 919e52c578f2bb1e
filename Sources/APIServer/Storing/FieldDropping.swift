public import PodAPI

/// Fields that the API server drops from a new pod or template because a feature gate is off.
public struct FieldDropping: Sendable {
  private let release: ServerRelease
  /// By the position of a type.
  private let types: [ClosedType]

  /// A type, as far as it leads to closed fields.
  private struct ClosedType: Sendable {
    /// Its own closed fields.
    var rows: [GatedField] = []
    /// Its fields below which there are closed ones, with the positions of their types.
    var ways: [(field: FieldName, position: Int)] = []
  }

  /// Makes the dropping of a server.
  public init(_ release: ServerRelease) {
    self.release = release
    var types = PodSchema.shipped.types.map { _ in ClosedType() }
    for row in GatedField.all where !release.has(row.gate) {
      for name in Self.types(of: row) {
        if let position = PodSchema.shipped.position(of: name) { types[position].rows.append(row) }
      }
    }
    let leads = Self.leading(to: types.map { !$0.rows.isEmpty })
    for (position, type) in PodSchema.shipped.types.enumerated() {
      for field in type.fields {
        guard let inner = field.kind.structPosition, leads[inner] else { continue }
        types[position].ways.append((field.name, inner))
      }
    }
    self.types = types
  }

  private static func types(of row: GatedField) -> [String] {
    row.type == "Container" ? ["Container", "EphemeralContainer"] : [row.type]
  }

  /// The types from which some closed field is reached.
  private static func leading(to closed: [Bool]) -> [Bool] {
    let types = PodSchema.shipped.types
    var leads = closed
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
    var spec = hasClosed(spec, position) ? object(spec, position) : spec
    if !release.has(.imageVolumes) { dropImageVolumes(&spec) }
    dropRestartPolicies(&spec)
    return spec
  }

  private static let specPosition = PodSchema.shipped.position(of: "PodSpec")

  /// True if a closed field is set; few pods have one, and only theirs are built again.
  private func hasClosed(_ object: PodObject, _ position: Int) -> Bool {
    types[position].rows.contains { object[$0.field] != nil }
      || types[position].ways.contains { way in
        switch object[way.field] {
        case .object(let below): hasClosed(below, way.position)
        case .list(let items):
          items.contains { $0.object.map { hasClosed($0, way.position) } ?? false }
        default: false
        }
      }
  }

  private func object(_ object: PodObject, _ position: Int) -> PodObject {
    var result = object
    for row in types[position].rows {
      guard result[row.field] != nil else { continue }
      switch row.fate {
      case .dropped, .droppedWithOwner, .droppedWithEntry, .droppedUnless: result[row.field] = nil
      case .set(let word): result[row.field] = .string(word)
      }
    }
    for (field, inner) in types[position].ways {
      switch result[field] {
      case .object(let below):
        let left = self.object(below, inner)
        // A hook or a lifecycle of which nothing is left goes with what it held.
        let goes = left.isEmpty && !below.isEmpty && isTakenAway(inner)
        result[field] = goes ? nil : .object(left)
      case .list(let items):
        result[field] = .list(
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
