import PodAPI
public import Values

/// Laying one tree of Pod API fields over another, as profiles are.
///
/// Mappings merge; lists whose entries have a key in Kubernetes merge by that key; tolerations are
/// appended; any other list is replaced; null removes what came from below. Of fields that exclude
/// each other the upper layer's is kept. Each leaf keeps the origin of the layer it comes from.
public enum Layering {
  /// Lays `upper` over `lower`.
  /// - Parameters:
  ///   - field: the name of the field that holds them; chooses the rules.
  ///   - keepsNulls: whether a null that finds nothing to remove stays, for a layer still below.
  public static func lay(
    _ upper: OriginTree, over lower: OriginTree, field: String = "", keepsNulls: Bool = false
  ) -> OriginTree {
    if lower.isEmpty, !lower.isBroken {
      return keepsNulls || !holdsNull(upper) ? upper : withoutNulls(upper)
    }
    var result = upper
    switch upper.content {
    case .mapping(let above):
      let room = FieldUnion.of(field)?.room(for: lower.entries, under: above)
      result.content = .mapping(entries(above, over: room ?? lower.entries, keepsNulls))
    case .list(let above):
      result.content = .list(items(above, over: lower.items, field: field, keepsNulls))
    default: return upper
    }
    result.isBroken = upper.isBroken || lower.isBroken
    return result
  }

  /// A layer that lies over nothing.
  private static func withoutNulls(_ tree: OriginTree) -> OriginTree {
    switch tree.content {
    case .mapping(let entries):
      return tree.holding(
        .mapping(
          entries.compactMap { entry in
            if isNull(entry.value) { return nil }
            var entry = entry
            entry.value = withoutNulls(entry.value)
            return entry
          }))
    case .list(let items): return tree.holding(.list(items.map(withoutNulls)))
    default: return tree
    }
  }

  /// True if there is a null that takes something away; most layers have none.
  private static func holdsNull(_ tree: OriginTree) -> Bool {
    switch tree.content {
    case .mapping(let entries): entries.contains { isNull($0.value) || holdsNull($0.value) }
    case .list(let items): items.contains(where: holdsNull)
    default: false
    }
  }

  /// True if it is a null that somebody wrote, and not what is left of a wrong value.
  private static func isNull(_ tree: OriginTree) -> Bool {
    if case .null = tree.content { return !tree.isBroken }
    return false
  }

  private static func entries(
    _ upper: [OriginTree.Entry], over lower: [OriginTree.Entry], _ keepsNulls: Bool
  ) -> [OriginTree.Entry] {
    var result: [OriginTree.Entry?] = lower
    let positions = EntryLookup(lower)
    for var entry in upper {
      let position = positions.position(of: entry.key)
      if isNull(entry.value) {
        if let position {
          if !(keepsNulls && lower[position].value.content == .null) { result[position] = nil }
        } else if keepsNulls {
          result.append(entry)
        }
        continue
      }
      entry.value = lay(
        entry.value, over: position.map { lower[$0].value } ?? .empty, field: entry.key,
        keepsNulls: keepsNulls)
      if let position {
        // The key keeps the place of the layer that said it first.
        result[position]?.value = entry.value
      } else {
        result.append(entry)
      }
    }
    return result.compactMap { $0 }
  }

  private static func items(
    _ upper: [OriginTree], over lower: [OriginTree], field: String, _ keepsNulls: Bool
  ) -> [OriginTree] {
    func alone(_ item: OriginTree) -> OriginTree {
      lay(item, over: .empty, field: field, keepsNulls: keepsNulls)
    }
    switch ListIdentity.of(field) {
    case .replaced: return upper.map(alone)
    case .appended:
      let known = Set(lower.map(SameValues.init))
      let added = upper.filter { !known.contains(SameValues($0)) }
      return lower + added.map(alone)
    case .keyed(let key): return keyed(upper, over: lower, key, field: field, keepsNulls)
    }
  }

  /// Each upper entry meets the lower one of its key. Two of one key in one layer stay two, for the
  /// checks to see.
  private static func keyed(
    _ upper: [OriginTree], over lower: [OriginTree], _ key: ListKey, field: String,
    _ keepsNulls: Bool
  ) -> [OriginTree] {
    var result = lower
    var unmet: [[OriginTree.Content]: Int] = [:]
    for (index, item) in lower.enumerated().reversed() {
      if let identity = key.identity(of: item) { unmet[identity] = index }
    }
    for item in upper {
      if let identity = key.identity(of: item), let index = unmet.removeValue(forKey: identity) {
        result[index] = lay(item, over: lower[index], field: field, keepsNulls: keepsNulls)
      } else {
        result.append(lay(item, over: .empty, field: field, keepsNulls: keepsNulls))
      }
    }
    return result
  }
}
