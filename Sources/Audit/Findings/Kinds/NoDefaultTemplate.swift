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
    let sets = deployment.templateSets
    func has(_ set: Int) -> Bool { sets[set].templates.contains { $0.name == name } }
    let fallback = deployment.namespaces.first { $0.name == deployment.flyteNamespace }
    guard !context.behaviors.ignoresTemplates, !(fallback.map { has($0.templateSet) } ?? false)
    else { return [] }
    return context.lines.filter {
      $0.template != nil && !$0.namespaces.isEmpty && !has($0.place.set)
    }.map { line in
      let own = sets[line.place.set].templates.map(\.name)
      let near = NearestName.of(name, among: own)
      return Finding(
        line: line,
        words:
          "tasks that name no PodTemplate silently get none: '\(name)' exists neither there nor in '\(deployment.flyteNamespace)'",
        fix:
          near.map { "rename '\($0)' to '\(name)', or the setting to '\($0)'" }
          ?? "rename one of the PodTemplates to '\(name)', or set 'default-pod-template-name' ('--default-template' here)"
      )
    }
  }
}
