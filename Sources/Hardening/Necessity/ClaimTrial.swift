import Deployments
import Flyte
import Judges
import Judgment

/// Tries the pods of a deployment: those of every task, in every order that matters: each runs
/// twice, and after all others, on the templates as Flyte's store has them by then.
struct ClaimTrial {
  /// A pod.
  struct Place {
    let set: Int
    let template: Int
    /// The template's name.
    let name: String
    let task: JudgedTask
  }

  /// What decides about the pods of a set: its templates, by the first set that has them, and its SCCs.
  /// Amounts do not count.
  private struct TriedSet: Hashable {
    let first: Int
    let constraints: ConstraintSetup?
    let acceptances: [[Int]]
  }

  /// The shapes that ask for no secret.
  static let usual = StandardTask.withoutSecrets.map(JudgedTask.standard)

  private let tasks: [JudgedTask]
  /// The refusals that the user accepts.
  let accepted: AcceptedRefusals
  /// A pod that failed the last trial; it is likely to fail the next one too.
  private(set) var last: Place?

  /// - Parameter deployment: with namespaces, for what they accept; nil: nothing is accepted.
  init(tasks: [JudgedTask] = ClaimTrial.usual, accepting deployment: Deployment? = nil) {
    self.tasks = tasks
    accepted = AcceptedRefusals(of: deployment)
  }

  mutating func passes(_ deployment: Deployment) -> Bool {
    let judgment = Judgment(deployment: deployment)
    if let last, deployment.templateSets.indices.contains(last.set),
      !judgment.admits(last.task, set: last.set, template: last.template)
    {
      return false
    }
    var tried: Set<TriedSet> = []
    for (set, own) in deployment.templateSets.enumerated() {
      let key = TriedSet(
        first: own.like ?? set, constraints: own.rules.constraints,
        acceptances: accepted.list(of: set))
      guard tried.insert(key).inserted else { continue }
      let failed = judgment.firstRefused(of: set, tasks: tasks) { template, task in
        accepted.cover(task, template: template.name, set: set)
      }
      if let failed {
        last = Place(
          set: set, template: failed.template,
          name: deployment.templateSets[set].templates[failed.template].name, task: failed.task)
        return false
      }
    }
    return true
  }
}
