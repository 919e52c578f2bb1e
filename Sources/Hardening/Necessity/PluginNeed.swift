import Deployments
import Flyte
import Judgment
import Values

/// Finds the patches that plugins' pods need: the fewest that let in every task that all of them together
/// let in. A task that stays refused with all of them needs none, and neither does one whose refusal is
/// accepted.
struct PluginNeed {
  /// A task that runs under a template.
  private struct Place {
    let set: Int
    let template: Int
    let task: JudgedTask
  }

  /// The patches that can be used, in order.
  let candidates: [String]
  /// The tasks of the plugins.
  let tasks: [JudgedTask]
  /// The refusals that the user accepts.
  let accepted: AcceptedRefusals

  /// The fewest patches that let in the same tasks as all.
  /// - Parameter deployment: makes the deployment with some of the candidates.
  func patches(_ deployment: ([String]) -> Deployment) -> [String] {
    guard !candidates.isEmpty else { return [] }
    let helped = helped(by: deployment(candidates), besides: deployment([]))
    guard !helped.isEmpty else { return [] }
    var kept = candidates
    for name in candidates.reversed() where kept.count > 1 {
      let fewer = kept.filter { $0 != name }
      let judgment = Judgment(deployment: deployment(fewer))
      if helped.allSatisfy({ admits($0, judgment) }) { kept = fewer }
    }
    return kept
  }

  /// Returns whether a deployment lets in a task that another one does not.
  func isAnyHelped(by all: Deployment, besides none: Deployment) -> Bool {
    !helped(by: all, besides: none).isEmpty
  }

  /// The tasks that one deployment lets in and another one does not.
  private func helped(by all: Deployment, besides none: Deployment) -> [Place] {
    let (all, none) = (Judgment(deployment: all), Judgment(deployment: none))
    return all.deployment.templateSets.enumerated().flatMap { set, templates in
      templates.templates.indices.flatMap { template in
        tasks.map { Place(set: set, template: template, task: $0) }
      }.filter { !isAccepted($0, templates) }
    }.filter { !admits($0, none) && admits($0, all) }
  }

  private func isAccepted(_ place: Place, _ templates: PodTemplateSet) -> Bool {
    accepted.cover(
      place.task, template: templates.templates[place.template].name, set: place.set)
  }

  private func admits(_ place: Place, _ judgment: Judgment) -> Bool {
    judgment.admits(place.task, set: place.set, template: place.template)
  }
}
