import Flyte
import Model

/// Looks for what would carry something of a profile that is lost: a remedy, or a later release.
final class CarrierSearch {
  private let cluster: Cluster
  private let behaviours: Behaviours
  private let profile: Profile
  /// What becomes of the profile in other binaries; each is looked at once.
  private var reaches: [Behaviours: Reach] = [:]

  init(cluster: Cluster, behaviours: Behaviours, profile: Profile) {
    self.cluster = cluster
    self.behaviours = behaviours
    self.profile = profile
  }

  /// How to have some statements carried, in the imperative; nil where nothing does.
  /// - Parameter kinds: the parts that they do not reach now.
  func hint(for statements: [Statement], missing kinds: Set<MadePods.Part.Kind>) -> String? {
    let remedy = Remedy.allCases.first { remedy in
      let patched = behaviours.applying(remedy)
      return patched != behaviours && carries(statements, to: kinds, patched)
    }
    let release = release(carrying: statements, to: kinds)
    return switch (remedy?.rawValue, release?.name) {
    case (let remedy?, let release?): "deploy the remedy '\(remedy)', or move to \(release)"
    case (let remedy?, nil): "deploy the remedy '\(remedy)', which carries it"
    case (nil, let release?): "move to \(release), which carries it"
    case (nil, nil): nil
    }
  }

  /// The first later release of the line that carries them by itself.
  private func release(
    carrying statements: [Statement], to kinds: Set<MadePods.Part.Kind>
  ) -> Release? {
    var tried: Set<Behaviours> = [behaviours]
    let later = Release.all.filter {
      $0 > cluster.flyte.release && $0.line == cluster.flyte.release.line && !$0.isPrerelease
    }
    return later.first {
      let behaviours = $0.behaviours
      return tried.insert(behaviours).inserted && carries(statements, to: kinds, behaviours)
    }
  }

  private func carries(
    _ statements: [Statement], to kinds: Set<MadePods.Part.Kind>, _ behaviours: Behaviours
  ) -> Bool {
    guard !behaviours.ignoresTemplates else { return false }
    let reach = reach(behaviours)
    // The uploader is a container or an init container, by release.
    let isCopilot = kinds.contains { $0.isCopilot }
    return statements.allSatisfy { statement in
      reach.outcomes.contains { outcome in
        outcome.statement == statement
          && outcome.misses.allSatisfy {
            !kinds.contains($0.kind) && !(isCopilot && $0.kind.isCopilot)
          }
      }
    }
  }

  private func reach(_ behaviours: Behaviours) -> Reach {
    if let known = reaches[behaviours] { return known }
    let reach = Reach(
      of: profile, UncarriedSearch.sections,
      by: PodProbe(cluster: cluster, behaviours: behaviours))
    reaches[behaviours] = reach
    return reach
  }
}

extension MadePods.Part.Kind {
  /// Whether it is a container that co-pilot adds.
  var isCopilot: Bool {
    if case .container(let role) = self { return role.isCopilot }
    return false
  }
}
