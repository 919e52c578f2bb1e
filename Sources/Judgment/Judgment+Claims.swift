import Deployments
public import Flyte
import Values

extension Judgment {
  /// Returns whether the first pod of a task is let in.
  public func admits(_ task: JudgedTask, set: Int, template: Int) -> Bool {
    admits(
      task, template: deployment.templateSets[set].templates[template], store: store(of: set),
      set: set)
  }

  /// The first pod that a claim of a set's templates covers and that is refused: every shape of task under
  /// every template, and then all of them once more, on the store as they left it. Pods that
  /// nothing is claimed of are let be.
  public func firstRefused(
    of set: Int, tasks: [JudgedTask]
  ) -> (template: Int, task: JudgedTask)? {
    let store = store(of: set)
    let templates = deployment.templateSets[set].templates
    for _ in 0..<2 {
      for (index, template) in templates.enumerated() where template.claim != nil {
        for task in tasks
        where !admits(task, template: template, store: store, set: set) {
          return (index, task)
        }
      }
    }
    return nil
  }
}
