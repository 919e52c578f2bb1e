import Deployments
import Diagnostics
import Flyte
import Values

extension FindingRule {
  static let noDefaultTemplate = FindingRule(
    kind: .noDefaultTemplate,
    meaning:
      "A namespace has PodTemplates, but none has the name in `default-pod-template-name`, and Flyte's own namespace has none either. Tasks that name no PodTemplate run without one, and Flyte gives no message.",
    fix:
      "Rename a PodTemplate, or set `default-pod-template-name` (`--default-template` without a config). The patch `required-default-template` makes such tasks fail."
  ) { context in
    let deployment = context.deployment
    let name = deployment.defaultTemplate
    let fallback = deployment.namespaces.first { $0.name == deployment.flyteNamespace }
    let hasFallback = fallback.map { context.sets[$0.templateSet].templates.contains(name) }
    guard !context.behaviors.ignoresTemplates, hasFallback != true else { return [] }
    return context.sets.enumerated().compactMap { number, set in
      guard !set.templates.isEmpty, !set.namespaces.isEmpty, !set.templates.contains(name) else {
        return nil
      }
      let names = set.templates.sorted()
      let near = NearestName.of(name, among: names)
      return Finding(
        scope: FindingScope(number: number, templates: names, namespaces: set.namespaces),
        words:
          "tasks that name no PodTemplate silently get none: '\(name)' exists neither there nor in '\(deployment.flyteNamespace)'",
        fix:
          near.map { "rename '\($0)' to '\(name)', or set 'default-pod-template-name' to '\($0)'" }
          ?? "rename one of the PodTemplates to '\(name)', or set 'default-pod-template-name' ('--default-template' here)"
      )
    }
  }
}
