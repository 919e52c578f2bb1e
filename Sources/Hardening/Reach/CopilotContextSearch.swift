import Model
import PodAPI
import Values

/// Looks for what a profile says of co-pilot's security context and what the setting of a deployed
/// patch does not carry.
struct CopilotContextSearch {
  let entry: OriginTree.Entry
  /// The values that each of the two containers has from elsewhere.
  let below: [OriginTree]
  /// The values that all profiles of the cluster share, as Flyte reads them.
  let shared: OriginTree

  private typealias Lost = CarriedLayer.Lost

  var findings: [ReachFinding] {
    let upper = OriginTree(.mapping([entry]), origin: entry.value.origin)
    var found: [Lost] = []
    func add(_ more: [Lost]) {
      found += more.filter { new in !found.contains { new.path.starts(with: $0.path) } }
    }
    for lower in below.reversed() { add(CarriedLayer(upper, over: lower).lost) }
    add(unshared(upper, shared: .mapping(["securityContext": shared]), path: []))
    return found.map {
      ReachFinding(
        message:
          "'copilot.\($0.path.joined(separator: "."))' does not reach its containers: \($0.reason)",
        origin: $0.origin,
        hint: $0.takesAway
          ? "remove it; to exclude one container, set the value in the sections of the others instead of in 'containers'"
          : "set it in 'containers', for all of them")
    }
  }

  /// The values of a layer that the shared setting lacks, and the containers do not have anyway.
  private func unshared(_ upper: OriginTree, shared: OriginTree?, path: [String]) -> [Lost] {
    upper.entries.flatMap { entry -> [Lost] in
      let (value, place) = (entry.value, path + [entry.key])
      let other = shared?[entry.key]
      func lacks(_ reason: String) -> [Lost] {
        [Lost(path: place, origin: value.origin, reason: reason)]
      }
      if below.allSatisfy({ $0[path: place]?.holdsSameValues(as: value) == true }) { return [] }
      switch value.content {
      // What takes something away is not carried over what there is, which is looked at above.
      case .null: return []
      case .mapping where !WholeStructs.contain(entry.key):
        return unshared(value, shared: other, path: place)
      case .list(let items):
        let isShared = items.allSatisfy { item in
          other?.items.contains { $0.holdsSameValues(as: item) } == true
        }
        return isShared
          ? []
          : lacks(
            "of the lists, a setting can only contain dropped capabilities that all profiles drop")
      default:
        let isShared = other.map { Layering.lay(value, over: $0).holdsSameValues(as: $0) }
        return isShared == true
          ? []
          : lacks(
            "a setting applies to the whole cluster, but its other profiles set something else")
      }
    }
  }
}
