import Deployments
import Flyte
import Judgment

/// The pods of a deployment that are refused, by their templates and tasks.
enum RefusedTasks {
  static func of(_ deployment: Deployment) -> Set<ByteText> {
    var refused: Set<ByteText> = []
    let judgment = Judgment(deployment: deployment)
    for template in judgment.templates(judging: deployment.comparedTasks) {
      for pod in template.tasks.flatMap(\.pods) where !pod.isAdmitted {
        let role = pod.role == .task ? "task" : pod.role.name
        refused.insert(ByteText("\(template.template.name), \(pod.task.name) \(role)"))
      }
    }
    return refused
  }
}
