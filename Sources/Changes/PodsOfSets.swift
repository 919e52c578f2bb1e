import Deployments
import Flyte
import Judgment
import Values

/// The pods of a deployment's sets of templates, computed on demand.
struct PodsOfSets {
  private let deployment: Deployment
  private let judgment: Judgment
  private let tasks: [JudgedTask]
  private var known: [Int: [TaskPods]] = [:]

  /// - Parameter tasks: those that both sides of a comparison can have.
  init(_ deployment: Deployment, tasks: [JudgedTask]) {
    self.deployment = deployment
    self.tasks = tasks
    judgment = Judgment(deployment: deployment)
  }

  /// The tasks that two deployments are compared by: those that both have; pods of the user's own that either
  /// has, since files of a cluster do not have them, and of two with one name the newer; and tasks that ask for
  /// an accelerator whose class has a PodTemplate on one side.
  static func tasks(of before: Deployment, _ after: Deployment) -> [JudgedTask] {
    let (old, new) = (before.comparedTasks, after.comparedTasks)
    func isOfBoth(_ task: JudgedTask) -> Bool {
      guard task.deviceClass != nil else { return task.own != nil }
      return task.plugin.map { plugin in
        [before, after].allSatisfy { $0.operators[plugin.plugin] != nil }
      } ?? true
    }
    return new.filter { isOfBoth($0) || old.contains($0) }
      + old.filter { isOfBoth($0) && !new.contains($0) }
  }

  /// The pods of a template, with each shape of task.
  mutating func pods(of place: TemplatePair.Place) -> [TaskPods] {
    pods(set: place.set, position: place.position)
  }

  /// Those of the default template of the same set; none where it has none.
  mutating func defaults(beside place: TemplatePair.Place) -> [TaskPods] {
    let templates = deployment.templateSets[place.set].templates
    guard let position = templates.firstIndex(where: { $0.name == deployment.defaultTemplate })
    else { return [] }
    return pods(set: place.set, position: position)
  }

  private mutating func pods(set: Int, position: Int) -> [TaskPods] {
    let pods = known[set] ?? judgment.tasks(of: set, tasks)
    known[set] = pods
    let start = position * tasks.count
    return Array(pods[start..<start + tasks.count])
  }
}

/// The check that two deployments differ only in their templates.
enum SameRuntime {
  static func holds(_ before: Deployment, _ after: Deployment) -> Bool {
    before.release == after.release && before.behaviors == after.behaviors
      && before.kubernetes == after.kubernetes
      && before.secretManagers == after.secretManagers
      && before.defaultTemplate == after.defaultTemplate
      && before.policies.doTheSame(as: after.policies) && before.operators == after.operators
      && TreeComparison.isSame(before.effectiveSettings, after.effectiveSettings)
      && TreeComparison.isSame(PlainValue(before.ray), PlainValue(after.ray))
      && TreeComparison.isSame(before.effectiveWebhook, after.effectiveWebhook)
      && TreeComparison.isSame(
        PlainValue(before.values.tree), PlainValue(after.values.tree))
  }
}
