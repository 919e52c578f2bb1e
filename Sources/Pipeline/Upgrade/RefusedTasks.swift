import Deployments
import Judgment

/// The pods of a deployment that are refused, by their templates and tasks.
enum RefusedTasks {
  static func of(_ deployment: Deployment) -> Set<ByteText> {
    var refused: Set<ByteText> = []
    for template in Judgment(deployment: deployment).templates(tasks: StandardTask.allCases) {
      for pod in template.pods where !pod.isAdmitted {
        refused.insert(ByteText("\(template.template.name), \(pod.task.rawValue) task"))
      }
    }
    return refused
  }
}
