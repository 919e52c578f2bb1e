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
    var sorted: [Entry] = []
    let all = entries.map { Entry(key: $0.key, value: $0.value) }
    // Of entries with one key, which sorting leaves in their order, the last one stays.
    let order = all.indices.sorted {
      all[$0].key == all[$1].key ? $0 < $1 : all[$0].key < all[$1].key
    }
    sorted.reserveCapacity(all.count)
    for index in order {
      if let last = sorted.last, last.key == all[index].key { sorted.removeLast() }
      sorted.append(all[index])
    }
    self.entries = sorted
  }

  /// The position of a key, or the one that it would have.
  private func place(of key: String) -> Int {
    var (low, high) = (0, entries.count)
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The value under a key. Setting nil removes it.
  public subscript(key: String) -> PodValue? {
    get {
      // Most maps are small: telling keys apart is faster than ordering them.
      let index =
        entries.count <= 8
        ? entries.indices.first { entries[$0].key == key } ?? entries.endIndex : place(of: key)
      return index < entries.endIndex && entries[index].key == key ? entries[index].value : nil
    }
    set {
      let index = place(of: key)
      let found = index < entries.endIndex && entries[index].key == key
      switch (newValue, found) {
      case (let value?, true): entries[index].value = value
      case (let value?, false): entries.insert(Entry(key: key, value: value), at: index)
      case (nil, true): entries.remove(at: index)
      case (nil, false): break
      }
    }
  }

  /// True if it has no entry.
  public var isEmpty: Bool { entries.isEmpty }
}
