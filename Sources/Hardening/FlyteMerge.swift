import Values

/// Mergo's merge of two layers, as Flyte calls it: lists are appended, and nothing that is zero
/// replaces anything.
enum FlyteMerge {
  /// Merges `upper` over `lower`.
  static func merge(_ upper: OriginTree, over lower: OriginTree) -> OriginTree {
    switch (upper.content, lower.content) {
    case (.mapping(let above), .mapping(let below)):
      let places = EntryLookup(below)
      var entries = below
      for entry in above {
        if let index = places.position(of: entry.key) {
          entries[index].value = merge(entry.value, over: below[index].value)
        } else {
          entries.append(entry)
        }
      }
      return OriginTree(.mapping(entries), origin: upper.origin)
    case (.list(let above), .list(let below)):
      return OriginTree(.list(below + above), origin: upper.origin)
    case (.null, _), (.bool(false), _), (.integer(0), _), (.string(""), _): return lower
    default: return upper
    }
  }
}
