/// A tree of plain values in which every node knows where it comes from.
///
/// A tree of values with their origins. The config's pods, containers and settings have this form
/// from the check stage to the last report, so that each leaf of an output can name its config
/// line.
public struct OriginTree: Sendable, Hashable {
  /// The contents of a node; entries in the order they were written, keys unique.
  public typealias Content = ValueShape<OriginTree, Entry>

  /// One entry of a mapping.
  public struct Entry: Sendable, Hashable {
    /// The key's text.
    @Bytewise public private(set) var key: String
    /// The place of the key.
    public let keyOrigin: Origin
    /// The value under it.
    public var value: OriginTree

    /// Makes an entry.
    public init(key: String, keyOrigin: Origin, value: OriginTree) {
      self.key = key
      self.keyOrigin = keyOrigin
      self.value = value
    }
  }

  /// The node's value.
  public var content: Content
  /// The origin.
  public var origin: Origin
  /// True if something of it was reported as wrong and left out, so that what is missing here is no
  /// fault of its own.
  public var isBroken: Bool

  /// Makes a node.
  public init(_ content: Content, origin: Origin, isBroken: Bool = false) {
    self.content = content
    self.origin = origin
    self.isBroken = isBroken
  }

  /// The remainder of a value that was reported as wrong.
  public static func broken(at origin: Origin) -> OriginTree {
    OriginTree(.null, origin: origin, isBroken: true)
  }

  /// The same node with other content.
  public func holding(_ content: Content) -> OriginTree {
    OriginTree(content, origin: origin, isBroken: isBroken)
  }

  /// True if it or anything below it is broken.
  public var holdsBroken: Bool {
    isBroken || entries.contains { $0.value.holdsBroken } || items.contains { $0.holdsBroken }
  }

  /// An empty mapping of no origin.
  public static let empty = OriginTree(.mapping([]), origin: .tool)

  /// The entries, when this is a mapping; else none.
  public var entries: [Entry] {
    if case .mapping(let entries) = content { return entries }
    return []
  }

  /// The items, when this is a list; else none.
  public var items: [OriginTree] {
    if case .list(let items) = content { return items }
    return []
  }

  /// The value under a key, when this is a mapping that has it.
  public subscript(key: String) -> OriginTree? {
    entries.first { $0.key == key }?.value
  }

  /// The value at a path of keys.
  public subscript(path path: [String]) -> OriginTree? {
    path.reduce(Optional(self)) { node, key in node?[key] }
  }

  /// The string, when this is one.
  public var string: String? {
    if case .string(let text) = content { return text }
    return nil
  }

  /// Returns whether two trees hold the same values, wherever these come from.
  public func holdsSameValues(as other: OriginTree) -> Bool {
    switch (content, other.content) {
    case (.list(let left), .list(let right)):
      return left.count == right.count && zip(left, right).allSatisfy { $0.holdsSameValues(as: $1) }
    case (.mapping(let left), .mapping(let right)):
      guard left.count == right.count else { return false }
      let others = EntryLookup(right)
      return left.allSatisfy { entry in
        others[entry.key].map { entry.value.holdsSameValues(as: $0) } ?? false
      }
    default: return content == other.content
    }
  }
}

extension OriginTree {
  /// A mapping that the tool itself makes, in byte order of the keys.
  public static func mapping(_ values: TextMap<OriginTree>) -> OriginTree {
    OriginTree(
      .mapping(
        values.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map {
          Entry(key: $0.key, keyOrigin: .tool, value: $0.value)
        }), origin: .tool)
  }

  /// A string that the tool itself makes.
  public static func string(_ text: String) -> OriginTree {
    OriginTree(.string(text), origin: .tool)
  }

  /// The same mapping with a value set, replaced or (nil) removed.
  public func setting(_ key: String, to value: OriginTree?) -> OriginTree {
    var entries = self.entries
    let index = entries.firstIndex { $0.key == key }
    switch (value, index) {
    case (let value?, let index?): entries[index].value = value
    case (let value?, nil):
      entries.append(Entry(key: key, keyOrigin: value.origin, value: value))
    case (nil, let index?): entries.remove(at: index)
    case (nil, nil): break
    }
    return holding(.mapping(entries))
  }

  /// The same with a value at a path of keys set, replaced or (nil) removed.
  public func setting(path: [String], to value: OriginTree?) -> OriginTree {
    guard let key = path.first else { return value ?? .empty }
    guard path.count > 1 else { return setting(key, to: value) }
    let inner = (self[key] ?? .empty).setting(path: Array(path.dropFirst()), to: value)
    return setting(key, to: inner)
  }

  /// True if this is a mapping or a list that holds nothing.
  public var isEmpty: Bool {
    switch content {
    case .mapping(let entries): entries.isEmpty
    case .list(let items): items.isEmpty
    default: false
    }
  }
}
