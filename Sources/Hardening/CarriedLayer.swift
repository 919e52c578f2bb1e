import Model
import PodAPI
import Values

/// An upper layer of fields without what Flyte's merge would lose or spoil over the lower one.
///
/// A lost value is written nowhere: a value that does not arrive must not do anything else instead,
/// such as a second mount at one path, for which every pod is refused.
struct CarriedLayer {
  /// A value that is lost, by its path.
  struct Lost {
    let path: [String]
    let origin: Origin
    let reason: String
    /// True if it is a null, which would remove something.
    var takesAway = false
  }

  /// The layer that arrives.
  let fields: OriginTree
  /// The values that do not.
  let lost: [Lost]

  /// Looks at a layer over the one below, which Flyte has as a container of its own.
  init(_ upper: OriginTree, over lower: OriginTree) {
    self.init(upper, over: lower, path: [])
  }

  private init(_ upper: OriginTree, over lower: OriginTree, path: [String]) {
    var lost: [Lost] = []
    var kept: [OriginTree.Entry] = []
    let lower = EntryLookup(lower)
    for entry in upper.entries {
      guard let below = lower[entry.key] else {
        kept.append(entry)
        continue
      }
      let value = Self.value(entry.value, over: below, path: path + [entry.key])
      lost += value.lost
      if let carried = value.carried {
        var entry = entry
        entry.value = carried
        kept.append(entry)
      }
    }
    self.lost = lost
    fields = OriginTree(.mapping(kept), origin: upper.origin)
  }

  private typealias Carried = (carried: OriginTree?, lost: [Lost])

  private static func value(
    _ value: OriginTree, over below: OriginTree, path: [String]
  ) -> Carried {
    func lost(_ reason: String) -> Carried {
      (nil, [Lost(path: path, origin: value.origin, reason: reason)])
    }
    switch value.content {
    case .mapping where WholeStructs.contain(path.last ?? ""):
      let meant = Layering.lay(value, over: below, field: path.last ?? "")
      return meant.holdsSameValues(as: below)
        || FlyteMerge.merge(meant, over: below).holdsSameValues(as: meant)
        ? (value, []) : lost("Flyte's merge also keeps what 'default' sets")
    case .mapping:
      let inner = CarriedLayer(value, over: below, path: path)
      return (inner.fields, inner.lost)
    case .null:
      let reason = "a template cannot remove what 'default' sets"
      return (nil, [Lost(path: path, origin: value.origin, reason: reason, takesAway: true)])
    case .bool(false) where below.content == .bool(true):
      return lost("in Flyte's merge `false` never replaces `true`")
    case .integer(0) where below.content != .integer(0):
      return lost("in Flyte's merge 0 never replaces another number")
    case .string("") where below.content != .string(""):
      return lost("in Flyte's merge an empty string never replaces another")
    case .list(let items):
      return list(items, value, over: below.items, path)
    default: return (value, [])
    }
  }

  private static func list(
    _ items: [OriginTree], _ value: OriginTree, over below: [OriginTree], _ path: [String]
  ) -> Carried {
    guard case .keyed(let key) = ListIdentity.of(path.last ?? "") else {
      let values = Set(items.map { SameValues(Layering.lay($0, over: .empty)) })
      let isSuperset = below.allSatisfy { values.contains(SameValues($0)) }
      let reason = "Flyte's merge appends to lists and removes nothing from them"
      return isSuperset
        ? (value, []) : (nil, [Lost(path: path, origin: value.origin, reason: reason)])
    }
    // Of two variables of one name the later wins, and `primary` comes later.
    guard path.last != "env" else { return (value, []) }
    let known = Dictionary(grouping: below) { key.identity(of: $0) }
    var rest: [OriginTree] = []
    var clashing: [OriginTree] = []
    for item in items {
      let others = key.identity(of: item).flatMap { known[$0] } ?? []
      let isClashing = others.contains { other in
        !Layering.lay(item, over: other, field: path.last ?? "").holdsSameValues(as: other)
      }
      if isClashing { clashing.append(item) } else { rest.append(item) }
    }
    let reason = "Flyte's merge appends lists, so there would be two entries with the same \(key)"
    return (
      rest.isEmpty ? nil : OriginTree(.list(rest), origin: value.origin),
      clashing.map { Lost(path: path, origin: $0.origin, reason: reason) }
    )
  }
}
