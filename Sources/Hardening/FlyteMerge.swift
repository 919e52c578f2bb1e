import Origins

/// What mergo makes of two layers, as Flyte calls it: lists are appended, and nothing that is zero
/// replaces anything.
enum FlyteMerge {
  /// Merges `upper` over `lower`.
  static func merge(_ upper: OriginTree, over lower: OriginTree) -> OriginTree {
    switch (upper.content, lower.content) {
    case (.mapping(let entries), .mapping):
      entries.reduce(OriginTree(lower.content, origin: upper.origin)) { result, entry in
        let merged = lower[entry.key].map { merge(entry.value, over: $0) } ?? entry.value
        return result.setting(entry.key, to: merged)
      }
    case (.list(let above), .list(let below)):
      OriginTree(.list(below + above), origin: upper.origin)
    case (.null, _), (.bool(false), _), (.integer(0), _), (.string(""), _): lower
    default: upper
    }
  }
}
