import Deployments
import Flyte

extension FindingRule {
  static let templatesIgnored = FindingRule(
    kind: .templatesIgnored,
    meaning:
      "Flyte v2.0.0 to v2.0.28 never reads PodTemplates. Nothing of them reaches a pod, and a task that names one fails.",
    fix: "Move to v2.0.29 or later. Until then only settings and patches have an effect."
  ) { context in
    let isOfRelease = context.deployment.values.namespaceScope == nil
    guard context.behaviors.ignoresTemplates, isOfRelease else { return [] }
    return context.lines.filter { $0.template != nil }.map { line in
      Finding(
        scope: line.scope,
        words:
          "\(context.version) ignores PodTemplates: only settings and patches have an effect",
        fix: "move to Flyte v2.0.29 or later")
    }
  }
}
