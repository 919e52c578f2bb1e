extension PodObject {
  /// A container's name.
  public var containerName: String { self[.name]?.string ?? "" }

  /// Adds to a list field.
  public mutating func append(_ items: [PodValue], to name: FieldName) {
    guard !items.isEmpty else { return }
    self[name] = .list((self[name]?.items ?? []) + items)
  }

  /// Sets a text field; empty text is Go's zero value.
  public mutating func set(_ name: FieldName, _ text: String) {
    self[name] = text.isEmpty ? nil : .string(text)
  }

  /// Returns the position of a container.
  public func container(_ name: String) -> Int? {
    (self[.containers]?.items ?? []).firstIndex { $0.object?.containerName == name }
  }

  /// Changes the container, or the init container, at a position.
  public mutating func changeContainer(
    _ index: Int, in list: FieldName = .containers, _ change: (inout PodObject) -> Void
  ) {
    guard var items = self[list]?.items, items.indices.contains(index),
      var container = items[index].object
    else { return }
    change(&container)
    items[index] = .object(container)
    self[list] = .list(items)
  }

  /// Puts entries over those of a map field.
  public mutating func put(_ entries: [(key: String, value: String)], in name: FieldName) {
    var map = self[name]?.map ?? PodMap()
    for entry in entries { map[entry.key] = .string(entry.value) }
    self[name] = map.isEmpty ? nil : .map(map)
  }
}

extension PodMap {
  /// The entries of these and of others; of two with one key the later wins.
  public func union(_ others: PodMap...) -> PodMap {
    PodMap((entries + others.flatMap(\.entries)).map { ($0.key, $0.value) })
  }
}
