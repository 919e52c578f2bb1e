import Deployments
import Flyte
import PodAPI
import Reports
import Values

extension FindingRule {
  static let affinityJoined = FindingRule(
    kind: .affinityJoined,
    meaning:
      "A PodTemplate requires nodes with `nodeSelectorTerms`, and Flyte's settings do as well (`default-affinity`, and the requirements of interruptible and other tasks). Flyte joins the two lists, and Kubernetes accepts a node that meets either of them. So pods land on nodes that the PodTemplate excludes.",
    fix:
      "Use `nodeSelector` in the PodTemplate, which always applies, or require the nodes in one place."
  ) { context in
    let path = [
      "affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution",
      "nodeSelectorTerms",
    ]
    let settings = context.effective
    // Not modeled, but certain: Flyte adds a term of its own for each of them.
    let requirements = [
      "interruptible-node-selector-requirement", "non-interruptible-node-selector-requirement",
    ].filter { settings[$0].map { $0 != .null } ?? false }
    guard !context.behaviors.ignoresTemplates else { return [] }
    return context.lines.compactMap { line in
      guard let said = line.template?.spec[path: path], !said.items.isEmpty else { return nil }
      let isJoined = line.pods.contains {
        ($0.spec.value(at: path)?.items.count ?? 0) > said.items.count
      }
      let keys = (isJoined ? ["default-affinity"] : []) + requirements
      guard !keys.isEmpty else { return nil }
      return Finding(
        scope: line.scope,
        words:
          "the nodes that the PodTemplate requires are not the only ones: a node that meets \(keys.map { "'\($0)'" }.joined(separator: " or ")) of Flyte's settings is enough",
        fix: "use 'nodeSelector' in the PodTemplate, or require the nodes in one place",
        place: ReportPlace(said.origin))
    }
  }
}
