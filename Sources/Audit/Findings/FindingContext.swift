import Deployments
import Flyte
import Judgment
import Values

/// What rules look at: a cluster as it runs, with all its pods.
struct FindingContext {
  /// A PodTemplate, or none, in the namespaces of a set, with its pods.
  struct Line {
    let place: PodPlace
    let template: PodTemplate?
    let claim: Claim?
    let namespaces: [String]
    /// One for each shape of task, where Flyte makes one.
    let pods: [FoundPod]
  }

  let deployment: Deployment
  let lines: [Line]
  /// Flyte's settings as they are in effect.
  let settings: PluginSettings

  init(_ deployment: Deployment, lines: [Line]) {
    self.deployment = deployment
    self.lines = lines
    settings = PluginSettings(reading: deployment.effectiveSettings)
  }

  var behaviors: Behaviors { deployment.behaviors }

  /// Everything that rules find, equal findings together, the worst first.
  var findings: [AuditFinding] {
    FindingRule.all.enumerated().flatMap { order, rule in
      FindingFold.fold(rule.find(self), of: rule.kind).map { (order, $0) }
    }.sorted { left, right in
      let (first, second) = (left.1.severity, right.1.severity)
      return first == second ? left.0 < right.0 : first > second
    }.map { $0.1 }
  }
}
