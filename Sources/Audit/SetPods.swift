import Deployments
import Flyte
import Judgment

/// The pods of every set of templates of a deployment.
struct SetPods: Sendable {
  /// For each set the first whose pods are the same.
  let twins: [Int]
  private let lists: [[TaskPods]]

  init(of deployment: Deployment, _ tasks: [JudgedTask], _ bareClaim: Claim?) {
    let judgment = Judgment(deployment: deployment)
    var twins: [Int] = []
    lists = deployment.templateSets.indices.map { set in
      guard !deployment.templateSets[set].templates.isEmpty else {
        twins.append(set)
        let place = PodPlace(set: set, template: nil)
        return tasks.map { place.task($0, judgment, bareClaim) }
      }
      let twin = judgment.twin(of: set, tasks)
      twins.append(twin)
      return twin == set ? judgment.tasks(of: set, tasks) : []
    }
    self.twins = twins
  }

  /// The pods of a set: the tasks of its first template, then those of the next; of a set without templates
  /// those of no template.
  func pods(of set: Int) -> [TaskPods] { lists[twins[set]] }
}
