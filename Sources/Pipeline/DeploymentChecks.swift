import Deployments
import Diagnostics
import Hardening
import Model
import Values

/// Checks a deployment by itself, and against what its profile says.
enum DeploymentChecks {
  static func run(_ clusters: [HardenedCluster], into diagnostics: inout DiagnosticList) {
    // Each thing is said once, however many clusters it holds for.
    var templates = TemplateCheck()
    var reach = ReachCheck()
    for hardened in clusters {
      let (cluster, deployment) = (hardened.cluster, hardened.deployment)
      let before = diagnostics.errorCount
      ClusterCheck(cluster: cluster, behaviors: deployment.behaviors).run(into: &diagnostics)
      ChartTextCheck(deployment: deployment).run(into: &diagnostics)
      OverlayCheck(
        deployment: deployment, image: cluster.flyte.deployed?.image,
        chart: cluster.chart?.origin ?? cluster.name.origin
      ).run(into: &diagnostics)
      templates.run(deployment, of: cluster, into: &diagnostics)
      // Of pods that are refused it does not matter what they have.
      if hardened.isConsistent, diagnostics.errorCount == before {
        reach.run(cluster, running: deployment.behaviors, into: &diagnostics)
      }
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
