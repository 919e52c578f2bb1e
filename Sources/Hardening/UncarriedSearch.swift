import Flyte
import Model
import Origins

/// Looks for the differences of profiles that nothing carries to the containers they are for.
struct UncarriedSearch {
  private let behaviours: Behaviours
  /// The security context that all profiles of the cluster share for co-pilot, as Flyte reads it.
  private let sharedCopilot: OriginTree

  init(cluster: Cluster, behaviours: Behaviours) {
    self.behaviours = behaviours
    let settings = ClusterSettings(cluster: cluster, behaviours: behaviours).plugins
    sharedCopilot = settings[path: ["co-pilot", "security-context"]] ?? .empty
  }

  func differences(of profile: Profile) -> [UncarriedDifference] {
    // That no template has any effect is said once, for all of them.
    guard !behaviours.ignoresTemplates else { return copilot(profile) }
    return primary(profile) + initContainers(profile) + copilot(profile)
  }

  private func primary(_ profile: Profile) -> [UncarriedDifference] {
    Self.lost(profile.primary, over: profile.containers, section: "primary")
  }

  private func initContainers(_ profile: Profile) -> [UncarriedDifference] {
    guard !behaviours.mergesInitTemplates else { return [] }
    return Self.effective(profile.initContainers, over: profile.containers).map {
      UncarriedDifference(
        section: "initContainers", field: $0.key, origin: $0.value.origin,
        reason: "before v1.14.0 no template reaches init containers",
        remedy: Remedy.initContainerTemplates.rawValue)
    }
  }

  private func copilot(_ profile: Profile) -> [UncarriedDifference] {
    let below = [ContainerRole.helper, .initContainer].map { $0.fields(of: profile) }
    let entries = below.reversed().flatMap { Self.effective(profile.copilot, over: $0) }
    var seen: Set<String> = []
    return entries.filter { seen.insert($0.key).inserted }.flatMap { entry in
      entry.key == "securityContext" && behaviours.readsCopilotSecurityContext
        ? copilotContext(entry, over: below) : [uncarriedCopilot(entry)]
    }
  }

  private func uncarriedCopilot(_ entry: OriginTree.Entry) -> UncarriedDifference {
    let isContext = entry.key == "securityContext"
    return UncarriedDifference(
      section: "copilot", field: entry.key, origin: entry.value.origin,
      reason: isContext
        ? "no template is for co-pilot alone" : "no template and no setting is for co-pilot alone",
      remedy: isContext ? Remedy.copilotSecurityContext.rawValue : nil)
  }

  /// - Parameter below: what each of the two containers has from elsewhere.
  private func copilotContext(
    _ entry: OriginTree.Entry, over below: [OriginTree]
  ) -> [UncarriedDifference] {
    let upper = OriginTree(.mapping([entry]), origin: entry.value.origin)
    var found: [UncarriedDifference] = []
    func add(_ more: [UncarriedDifference]) {
      found += more.filter { new in
        !found.contains { new.field == $0.field || new.field.hasPrefix($0.field + ".") }
      }
    }
    for lower in below.reversed() { add(Self.lost(upper, over: lower, section: "copilot")) }
    let shared = OriginTree.mapping(["securityContext": sharedCopilot])
    add(Self.unshared(upper, shared: shared, below: below, path: []))
    return found
  }

  private static func lost(
    _ upper: OriginTree, over lower: OriginTree, section: String
  ) -> [UncarriedDifference] {
    CarriedLayer(upper, over: lower).lost.map {
      UncarriedDifference(
        section: section, field: $0.path.joined(separator: "."), origin: $0.origin,
        reason: $0.reason, remedy: nil)
    }
  }

  /// The entries without nulls that find nothing to take away.
  private static func effective(
    _ upper: OriginTree, over lower: OriginTree
  ) -> [OriginTree.Entry] {
    upper.entries.filter { $0.value.content != .null || lower[$0.key] != nil }
  }

  /// What the shared setting lacks of a layer, and the containers do not have anyway.
  private static func unshared(
    _ upper: OriginTree, shared: OriginTree?, below: [OriginTree], path: [String]
  ) -> [UncarriedDifference] {
    upper.entries.flatMap { entry -> [UncarriedDifference] in
      let (value, place) = (entry.value, path + [entry.key])
      let other = shared?[entry.key]
      func lacks(_ reason: String) -> [UncarriedDifference] {
        [
          UncarriedDifference(
            section: "copilot", field: place.joined(separator: "."), origin: value.origin,
            reason: reason, remedy: nil)
        ]
      }
      if below.allSatisfy({ $0[path: place]?.holdsSameValues(as: value) == true }) { return [] }
      switch value.content {
      // What takes something away is not carried over what there is, which is looked at above.
      case .null: return []
      case .mapping where !CarriedLayer.isIndivisible(entry.key):
        return unshared(value, shared: other, below: below, path: place)
      case .list(let items):
        let isShared = items.allSatisfy { item in
          other?.items.contains { $0.holdsSameValues(as: item) } == true
        }
        return isShared
          ? []
          : lacks(
            "of lists, a setting carries only what is dropped, and only what all profiles drop")
      default:
        let isShared = other.map { Layering.lay(value, over: $0).holdsSameValues(as: $0) }
        return isShared == true
          ? []
          : lacks("a setting holds for the whole cluster, and its other profiles say otherwise")
      }
    }
  }
}
