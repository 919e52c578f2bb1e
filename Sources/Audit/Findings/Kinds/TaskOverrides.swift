import Deployments
import Flyte
import Judgment
import PodAPI
import Values

extension FindingRule {
  static let taskOverrides = FindingRule(
    kind: .taskOverrides,
    meaning:
      "A PodTemplate gives defaults; it enforces nothing. The message names what a task's own pod can set, and what it cannot undo: in Flyte's merge `false`, 0 and an empty value never replace another value.",
    fix: "Enforce a Pod Security level in the namespaces, or a policy for what must not change."
  ) { context in
    context.lines.compactMap { line in
      guard line.template != nil, line.pods.contains(where: \.isPodTask),
        let answer = OverrideProbe(line: line, context: context).answer
      else { return nil }
      let fixed =
        answer.fixed.isEmpty ? "" : "; it cannot undo \(answer.fixed.joined(separator: ", "))"
      return Finding(
        scope: line.scope,
        words: "a task's own pod can set \(answer.free.joined(separator: ", "))\(fixed)",
        fix: "enforce a Pod Security level in the namespaces, or a policy")
    }
  }
}
