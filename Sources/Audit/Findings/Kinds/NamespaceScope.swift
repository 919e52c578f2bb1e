import Deployments
import Flyte
import Reports
import Values

extension FindingRule {
  static let namespaceScope = FindingRule(
    kind: .namespaceScope,
    meaning:
      "`rbacScope: namespace` gives flytepropeller rights in its own namespace only. It watches PodTemplates in all namespaces, so the API server refuses the watch. Tasks then run without a PodTemplate, Flyte gives no message, and a task that names one fails. The pods are judged without PodTemplates.",
    fix:
      "Set `flytepropeller.serviceAccount.rbacScope: cluster`, or give flytepropeller a ClusterRole of your own with get, list and watch on `podtemplates`."
  ) { context in
    guard let origin = context.deployment.values.namespaceScope else { return [] }
    return context.lines.filter { $0.template != nil }.map { line in
      Finding(
        scope: line.scope,
        words: "'rbacScope: namespace' keeps Flyte from reading PodTemplates: none has an effect",
        fix:
          "set 'flytepropeller.serviceAccount.rbacScope: cluster', or give flytepropeller a ClusterRole with get, list and watch on 'podtemplates'",
        place: ReportPlace(origin))
    }
  }
}
