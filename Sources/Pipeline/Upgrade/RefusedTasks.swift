import Deployments
import Flyte
import Judgment

/// The pods of a deployment that are refused, by their templates and tasks.
enum RefusedTasks {
  static func of(_ deployment: Deployment) -> Set<ByteText> {
    var refused: Set<ByteText> = []
    for template in Judgment(deployment: deployment).templates(tasks: StandardTask.usual) {
      for task in template.tasks where !task.isAdmitted {
        refused.insert(ByteText("\(template.template.name), \(task.task.name) task"))
      }
    }
    return refused
  }
}
