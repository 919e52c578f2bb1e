import Model
import Origins

/// A difference of a profile that nothing Flyte reads can carry to the containers it is for.
struct UncarriedDifference: Equatable {
  /// The section of the profile: `primary`, `initContainers` or `copilot`.
  let section: String
  /// The field, `securityContext.readOnlyRootFilesystem`.
  let field: String
  /// Where the profile says it.
  let origin: Origin
  /// Why, in plain words.
  let reason: String
  /// What would carry it; nil when nothing does.
  let remedy: String?
}

/// What mergo makes of an upper layer over a lower one, compared with what the profile means.
enum MergeLoss {
  /// A value that is lost, by its path.
  struct Lost: Equatable {
    let path: [String]
    let origin: Origin
    let reason: String
  }

  /// The values of `upper` that do not arrive when Flyte merges it over `lower`.
  static func losses(_ upper: OriginTree, over lower: OriginTree, path: [String] = []) -> [Lost] {
    upper.entries.flatMap { entry -> [Lost] in
      guard let below = lower[entry.key] else { return [] }
      return losses(of: entry.value, over: below, path: path + [entry.key])
    }
  }

  private static func losses(
    of value: OriginTree, over below: OriginTree, path: [String]
  ) -> [Lost] {
    func lost(_ reason: String) -> [Lost] {
      [Lost(path: path, origin: value.origin, reason: reason)]
    }
    switch value.content {
    case .mapping: return losses(value, over: below, path: path)
    case .null: return lost("a template cannot take away what `default` says")
    case .bool(false) where below.content == .bool(true):
      return lost("Flyte's merge never lets `false` replace `true`")
    case .integer(0) where below.content != .integer(0):
      return lost("Flyte's merge never lets 0 replace another number")
    case .string("") where below.content != .string(""):
      return lost("Flyte's merge never lets an empty text replace another")
    case .list(let items): return losses(of: items, over: below.items, path, lost)
    default: return []
    }
  }

  private static func losses(
    of items: [OriginTree], over below: [OriginTree], _ path: [String],
    _ lost: (String) -> [Lost]
  ) -> [Lost] {
    if case .keyed(let key) = Layering.rule(for: path.last ?? "") {
      let clash = items.contains { item in
        below.contains { other in
          guard let left = item[key], let right = other[key] else { return false }
          return left.holdsSameValues(as: right) && !item.holdsSameValues(as: other)
        }
      }
      return clash
        ? lost("Flyte's merge appends lists, so there would be two entries of one \(key)") : []
    }
    let isSuperset = below.allSatisfy { other in
      items.contains { $0.holdsSameValues(as: other) }
    }
    return isSuperset ? [] : lost("Flyte's merge appends lists and takes nothing out of them")
  }
}
