extension PlainValue {
  /// The values of a tree, with mappings in the order in which they are written: what names an entry
  /// first, then byte order, so that the order of the config never shows.
  public init(ordered tree: OriginTree) {
    self =
      switch tree.content {
      case .list(let items): .list(items.map(PlainValue.init(ordered:)))
      case .mapping(let entries):
        .mapping(
          entries.sorted { Self.comesBefore($0.key, $1.key) }
            .map { Entry($0.key, PlainValue(ordered: $0.value)) })
      default: PlainValue(tree)
      }
  }

  private static func comesBefore(_ left: String, _ right: String) -> Bool {
    switch (left == "name", right == "name") {
    case (true, false): true
    case (false, true): false
    default: left.utf8.lexicographicallyPrecedes(right.utf8)
    }
  }
}
