import Deployments
import Diagnostics
import Hardening
import Model
import Values

/// Checks a deployment by itself, and against what its profile says.
enum DeploymentChecks {
  /// Runs them; what profiles say in vain is returned as well, for each cluster and profile.
  /// - Parameter untold: what is only returned, or told elsewhere.
  @discardableResult static func run(
    _ clusters: [HardenedCluster], besides untold: Set<DiagnosticID> = [],
    into diagnostics: inout DiagnosticList
  ) -> [[[Diagnostic]]] {
    // Each thing is said once, however many clusters it holds for.
    var templates = TemplateCheck()
    var reach = ReachCheck()
    return clusters.map { hardened in
      let (cluster, deployment) = (hardened.cluster, hardened.deployment)
      let before = diagnostics.errorCount
      var own = DiagnosticList()
      AcceptanceCheck(cluster: cluster).run(into: &diagnostics)
      ClusterCheck(cluster: cluster, behaviors: deployment.behaviors).run(into: &own)
      for diagnostic in own.diagnostics where !untold.contains(diagnostic.id) {
        diagnostics.append(diagnostic)
      }
      ChartTextCheck(deployment: deployment).run(into: &diagnostics)
      OverlayCheck(
        deployment: deployment, image: cluster.flyte.deployed?.image,
        chart: cluster.chart?.origin ?? cluster.name.origin
      ).run(into: &diagnostics)
      templates.run(deployment, of: cluster, into: &diagnostics)
      // Of pods that are refused it does not matter what they have.
      guard hardened.isConsistent, diagnostics.errorCount == before else { return [] }
      return reach.run(
        cluster, running: deployment.behaviors, besides: untold, into: &diagnostics)
    }
  }
}

/// Checks the pods that Flyte makes, if nothing else is wrong.
enum PodChecks {
  static func run(_ clusters: [HardenedCluster], into diagnostics: inout DiagnosticList) {
    for hardened in clusters {
      PrimaryPodCheck(hardened.deployment).run(into: &diagnostics)
      SecretCheck(cluster: hardened.cluster, deployment: hardened.deployment)
        .run(into: &diagnostics)
    }
  }
}
