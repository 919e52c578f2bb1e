import Flyte
import Model

/// Looks for what would carry something of a profile that is lost: a patch, or a later release.
final class CarrierSearch {
  private let cluster: Cluster
  private let behaviors: Behaviors
  private let profile: Profile
  /// The reach of the profile in other binaries; each is worked out once.
  private var reaches: [Behaviors: Reach] = [:]

  init(cluster: Cluster, behaviors: Behaviors, profile: Profile) {
    self.cluster = cluster
    self.behaviors = behaviors
    self.profile = profile
  }

  /// Advice on how to get some statements to the pods, in the imperative; nil if nothing does that.
  /// - Parameter kinds: the parts that they do not reach now.
  func hint(for statements: [Statement], missing kinds: Set<MadePods.Part.Kind>) -> String? {
    let patch = ModeledPatch.allCases.first { patch in
      let patched = behaviors.applying(patch)
      return patched != behaviors && carries(statements, to: kinds, patched)
    }
    let release = release(carrying: statements, to: kinds)
    return switch (patch?.rawValue, release?.name) {
    case (let patch?, let release?): "deploy the patch '\(patch)', or move to \(release)"
    case (let patch?, nil): "deploy the patch '\(patch)'"
    case (nil, let release?): "move to \(release)"
    case (nil, nil): nil
    }
  }

  /// The first later release of the line that carries them by itself.
  private func release(
    carrying statements: [Statement], to kinds: Set<MadePods.Part.Kind>
  ) -> Release? {
    var tried: Set<Behaviors> = [behaviors]
    let later = Release.all.filter {
      $0 > cluster.flyte.release && $0.line == cluster.flyte.release.line && !$0.isPrerelease
    }
    return later.first {
      let behaviors = $0.behaviors
      return tried.insert(behaviors).inserted && carries(statements, to: kinds, behaviors)
    }
  }

  private func carries(
    _ statements: [Statement], to kinds: Set<MadePods.Part.Kind>, _ behaviors: Behaviors
  ) -> Bool {
    guard !behaviors.ignoresTemplates else { return false }
    let reach = reach(behaviors)
    // The uploader is a container or an init container, by release.
    let isCopilot = kinds.contains { $0.isCopilot }
    return statements.allSatisfy { statement in
      reach.outcome(of: statement)?.misses.allSatisfy {
        !kinds.contains($0.kind) && !(isCopilot && $0.kind.isCopilot)
      } ?? false
    }
  }

  private func reach(_ behaviors: Behaviors) -> Reach {
    if let known = reaches[behaviors] { return known }
    let reach = Reach(
      of: profile, UncarriedSearch.sections,
      by: PodProbe(cluster: cluster, behaviors: behaviors))
    reaches[behaviors] = reach
    return reach
  }
}

extension MadePods.Part.Kind {
  /// True if it is a container that co-pilot adds.
  var isCopilot: Bool {
    if case .container(let role) = self { return role.isCopilot }
    return false
  }
}
