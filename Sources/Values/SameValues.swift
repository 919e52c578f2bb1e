/// A tree as its values alone, wherever they come from and in whatever order mappings say them: what
/// a set tells trees apart by.
public struct SameValues: Hashable, Sendable {
  private let tree: OriginTree

  /// Takes a tree.
  public init(_ tree: OriginTree) { self.tree = tree }

  /// Returns whether two trees hold the same values.
  public static func == (left: SameValues, right: SameValues) -> Bool {
    left.tree.holdsSameValues(as: right.tree)
  }

  /// Feeds the values.
  public func hash(into hasher: inout Hasher) { Self.feed(tree, into: &hasher) }

  private static func feed(_ tree: OriginTree, into hasher: inout Hasher) {
    switch tree.content {
    case .null: hasher.combine(0)
    case .bool(let flag): hasher.combine(flag)
    case .integer(let number): hasher.combine(number)
    case .double(let number): hasher.combine(number)
    case .string(let text): text.hashBytes(into: &hasher)
    case .list(let items):
      hasher.combine(items.count)
      for item in items { feed(item, into: &hasher) }
    case .mapping(let entries):
      // A sum does not tell in which order it was added up.
      var sum = entries.count
      for entry in entries {
        var own = hasher
        entry.key.hashBytes(into: &own)
        feed(entry.value, into: &own)
        sum &+= own.finalize()
      }
      hasher.combine(sum)
    }
  }
}

extension OriginTree {
  /// The items of a list as a set of their values.
  public var itemValues: Set<SameValues> { Set(items.map(SameValues.init)) }

  /// The number of its nodes, itself counted.
  public var nodeCount: Int {
    switch content {
    case .list(let items): items.reduce(1) { $0 + $1.nodeCount }
    case .mapping(let entries): entries.reduce(1) { $0 + $1.value.nodeCount }
    default: 1
    }
  }
}
