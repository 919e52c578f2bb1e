/// A map with keys of the user's own, sorted by key in byte order.
public struct PodMap: Sendable, Hashable {
  /// One entry.
  public struct Entry: Sendable, Hashable {
    /// The key.
    @Bytewise public private(set) var key: String
    /// The value: a string or a quantity.
    public var value: PodValue

    /// Makes an entry.
    public init(key: String, value: PodValue) {
      self.key = key
      self.value = value
    }
  }

  /// The entries, in byte order of their keys.
  public private(set) var entries: [Entry]

  /// An empty map.
  public init() { entries = [] }

  /// A map of these entries; of two with one key the later wins.
  public init(_ entries: some Sequence<(key: String, value: PodValue)>) {
    self.entries = []
    for (key, value) in entries { self[key] = value }
  }

  /// The value under a key. Setting nil removes it.
  public subscript(key: String) -> PodValue? {
    get { entries.first { $0.key == key }?.value }
    set {
      let index =
        entries.firstIndex { !$0.key.utf8.lexicographicallyPrecedes(key.utf8) }
        ?? entries.endIndex
      let found = index < entries.endIndex && entries[index].key == key
      switch (newValue, found) {
      case (let value?, true): entries[index].value = value
      case (let value?, false): entries.insert(Entry(key: key, value: value), at: index)
      case (nil, true): entries.remove(at: index)
      case (nil, false): break
      }
    }
  }

  /// Whether it has no entry.
  public var isEmpty: Bool { entries.isEmpty }
}
