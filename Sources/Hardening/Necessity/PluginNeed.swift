import Deployments
import Flyte
import Judgment
import Model
import Operators
import Values

/// Finds the patches that plugins' pods need: those without which a task is refused that all of them
/// together let in. A task that stays refused with all of them needs none.
struct PluginNeed {
  /// A task that runs under a template.
  private struct Place {
    let set: Int
    let template: Int
    let task: JudgedTask
  }

  /// The patches that can be used, in order.
  let candidates: [String]
  /// The tasks of the plugins that these are about.
  let tasks: [JudgedTask]
  /// The deployment with some of the candidates.
  let deployment: (TextSet) -> Deployment

  /// The fewest that let in the same tasks as all.
  var patches: [String] {
    guard !candidates.isEmpty else { return [] }
    let helped = helped
    var kept = helped.isEmpty ? [] : candidates
    for name in kept.reversed() {
      let fewer = kept.filter { $0 != name }
      let judgment = Judgment(deployment: deployment(TextSet(fewer)))
      if helped.allSatisfy({ admits($0, judgment) }) { kept = fewer }
    }
    return kept
  }

  /// The tasks that all candidates together let in, and none of them does not.
  private var helped: [Place] {
    let all = Judgment(deployment: deployment(TextSet(candidates)))
    let none = Judgment(deployment: deployment([]))
    return all.deployment.templateSets.enumerated().flatMap { set, templates in
      templates.templates.indices.flatMap { template in
        tasks.map { Place(set: set, template: template, task: $0) }
      }
    }.filter { admits($0, all) && !admits($0, none) }
  }

  private func admits(_ place: Place, _ judgment: Judgment) -> Bool {
    judgment.admits(place.task, set: place.set, template: place.template)
  }
}

extension Cluster {
  /// True if a patch can change pods of the cluster: some are about the pods of one plugin alone, and
  /// count where that plugin's pods are worked out.
  func isConcerned(by patch: String) -> Bool {
    guard let plugin = ModeledPatch(named: patch)?.plugin else { return true }
    return plugins.contains { $0.plugin == plugin && $0.isModeled }
  }
}
