/// The entries of a mapping by their keys, for whoever asks for many: a mapping itself looks through
/// its entries, of which labels and annotations may have very many.
public struct EntryLookup {
  /// The entries, in their order.
  public let entries: [OriginTree.Entry]
  /// The position of each key; nil for so few that searching is faster.
  private let positions: [ByteText: Int]?

  /// Prepares the entries of a mapping; anything else has none.
  public init(_ tree: OriginTree) { self.init(tree.entries) }

  /// Prepares entries.
  public init(_ entries: [OriginTree.Entry]) {
    self.entries = entries
    positions =
      entries.count > 16
      ? Dictionary(entries.enumerated().map { (ByteText($1.key), $0) }) { first, _ in first } : nil
  }

  /// The position of a key.
  public func position(of key: String) -> Int? {
    if let positions { return positions[ByteText(key)] }
    return entries.firstIndex { $0.key == key }
  }

  /// The value under a key.
  public subscript(key: String) -> OriginTree? { position(of: key).map { entries[$0].value } }
}
