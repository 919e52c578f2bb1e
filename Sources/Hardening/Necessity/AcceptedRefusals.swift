import Deployments
import Flyte

/// The refusals that the namespaces of sets of templates accept.
struct AcceptedRefusals {
  /// The deployment whose user accepts some; nil: none are accepted.
  private let deployment: Deployment?
  private let lists: [[[Int]]]

  /// - Parameter deployment: with namespaces, for what they accept; nil: nothing is accepted.
  init(of deployment: Deployment?) {
    self.deployment = deployment.flatMap { $0.acceptances.isEmpty ? nil : $0 }
    lists = self.deployment?.acceptancesOfSets ?? []
  }

  /// The positions of the acceptances of each namespace of a set.
  func list(of set: Int) -> [[Int]] { lists.indices.contains(set) ? lists[set] : [] }

  /// Returns whether every namespace of a set accepts that a task is refused under a template.
  func cover(_ task: JudgedTask, template: String, set: Int) -> Bool {
    deployment?.accepts(task, template: template, inAllOf: list(of: set)) ?? false
  }
}
