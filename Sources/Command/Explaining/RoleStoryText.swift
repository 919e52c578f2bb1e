import Deployments
import Diagnostics
import Flyte
import Judgment
import Operators
import Pipeline
import PodAPI
import Values

/// The story of some fields in the pods that an operator makes, role by role.
struct RoleStoryText {
  let explanation: Explanation

  private var words: OriginWords { OriginWords(deployment: explanation.deployment) }

  var text: TerminalText {
    let deployment = explanation.deployment
    let task = explanation.pod.task
    let runner = task.plugin.flatMap { deployment.operators[$0.plugin]?.name } ?? ""
    let head: TerminalText =
      "namespace \(explanation.namespace) of cluster \(deployment.name), Flyte \(deployment.version), \(runner), task \(task.name)\n"
    return head + explanation.roles.map { "\n" + story($0) }.joined()
  }

  private func story(_ story: RoleStory) -> TerminalText {
    let field = story.origin
    var text: TerminalText =
      "\(story.role.name): \(field.path.description): \(OriginWords.value(field.value))\n"
    text += OriginWords.lines("from", words.from(field))
    text += OriginWords.lines(
      "lost",
      field.lost.filter { $0.value != field.value }.map { said in
        "\(OriginWords.value(said.value)): \(words.saying(said))"
          + (said.reason.map { "; \($0)" } ?? "")
      })
    return text
  }
}
