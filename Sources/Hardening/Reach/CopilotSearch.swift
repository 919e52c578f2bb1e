import Flyte
import Model
import Values

/// Looks for what a profile says in `copilot` and what does not reach co-pilot's two containers.
///
/// No entry of a PodTemplate is for both of them and for nothing else, so that nothing of the section
/// is written into one; what a setting carries, a patch brings.
struct CopilotSearch {
  let profile: Profile
  let probe: PodProbe

  var findings: [ReachFinding] {
    guard !profile.copilot.isEmpty else { return [] }
    let outcomes = Reach(of: profile, [.copilot], by: probe).outcomes
    let below = [ContainerRole.helper, .initContainer].map { $0.fields(of: profile) }
    return profile.copilot.entries.flatMap { entry -> [ReachFinding] in
      let missed = outcomes.filter { $0.statement.path.first == entry.key && !$0.misses.isEmpty }
      let takesAway = below.contains { Self.takesAway(entry.value, $0[entry.key]) }
      guard takesAway || !missed.isEmpty else { return [] }
      if entry.key == "securityContext", probe.behaviors.readsCopilotSecurityContext {
        return CopilotContextSearch(entry: entry, below: below, shared: probe.copilotContext)
          .findings
      }
      return [finding(entry, missed.map(\.statement))]
    }
  }

  /// True if a null takes away something that is there.
  private static func takesAway(_ upper: OriginTree, _ lower: OriginTree?) -> Bool {
    guard let lower else { return false }
    if upper.content == .null { return true }
    return upper.entries.contains { takesAway($0.value, lower[$0.key]) }
  }

  private func finding(_ entry: OriginTree.Entry, _ missed: [Statement]) -> ReachFinding {
    ReachFinding(
      message:
        "'copilot.\(entry.key)' does not reach its containers: no entry of a PodTemplate applies to exactly the two co-pilot containers",
      origin: entry.value.origin, hint: hint(missed))
  }

  private func hint(_ missed: [Statement]) -> String {
    guard let first = missed.first else { return "remove it" }
    let patch = ModeledPatch.copilotSecurityContext
    let patched = PodProbe(
      cluster: probe.cluster, behaviors: probe.behaviors.applying(patch))
    let isCarried = Reach(of: profile, [.copilot], by: patched).outcomes.allSatisfy {
      !missed.contains($0.statement) || $0.misses.isEmpty
    }
    let ways = [
      isCarried ? "deploy the patch '\(patch.rawValue)'" : nil, place(missed),
      Self.setting(for: first.path).map { "set \($0)" },
    ].compactMap { $0 }
    if !ways.isEmpty { return ways.joined(separator: "; or ") }
    return probe.behaviors.ignoresTemplates
      ? "remove it: this Flyte ignores every PodTemplate"
      : "remove it: Flyte sets it itself for co-pilot's containers"
  }

  /// The smallest section whose entry of a template does reach them.
  private func place(_ missed: [Statement]) -> String? {
    guard !probe.behaviors.ignoresTemplates else { return nil }
    let initial = reached(missed, in: .initContainers, probe)
    if initial.isAll {
      return
        "set it in 'initContainers', which reaches both of them but not the task's own container"
    }
    let all = reached(missed, in: .containers, probe)
    if all.isAll {
      return "set it in 'containers' for both and every other container"
        + (initial.isDownloader ? ", or in 'initContainers' for the downloader alone" : "")
    }
    // The one for co-pilot alone is named before.
    let patch = ModeledPatch.allCases.first { patch in
      guard patch != .copilotSecurityContext else { return false }
      let patched = probe.behaviors.applying(patch)
      return patched != probe.behaviors
        && reached(missed, in: .containers, PodProbe(cluster: probe.cluster, behaviors: patched))
          .isAll
    }
    return patch.map {
      "deploy the patch '\($0.rawValue)' and set it in 'containers' for every container; until then no template reaches the downloader"
    }
  }

  private typealias Reached = (isAll: Bool, isDownloader: Bool)

  /// The containers of co-pilot that a value of another section reaches.
  private func reached(
    _ missed: [Statement], in section: ProfileSection, _ probe: PodProbe
  ) -> Reached {
    let moved = missed.reduce(profile) { $0.moving($1, to: section) }
    let paths = Set(missed.map(\.path))
    let outcomes = Reach(of: moved, [section], by: probe).outcomes.filter {
      paths.contains($0.statement.path)
    }
    func names(_ parts: [MadePods.Part]) -> TextSet {
      TextSet(parts.filter(\.kind.isCopilot).map(\.name))
    }
    let hits = names(outcomes.flatMap(\.hits)).subtracting(names(outcomes.flatMap(\.misses)))
    let all = TextSet(
      probe.bare.parts.map(\.part).filter(\.kind.isCopilot).map(\.name))
    return (hits == all, hits.contains { $0.hasSuffix("downloader") })
  }

  /// The key of the cluster's `copilot` that says something for co-pilot's containers.
  static func setting(for path: [String]) -> String? {
    guard path.count == 3, path[0] == "resources", ["cpu", "memory"].contains(path[2]) else {
      return nil
    }
    return "'\(path[2])' of the cluster's 'copilot'"
  }
}
