public import Audit
import Deployments
public import Diagnostics
import Hardening

extension Walk {
  /// Audits every cluster of the config; nil after an error.
  public func audit(into diagnostics: inout DiagnosticList) -> AuditReport? {
    guard let clusters = hardened(into: &diagnostics)?.clusters, !diagnostics.hasErrors else {
      return nil
    }
    PodChecks.run(clusters, into: &diagnostics)
    return AuditReport(clusters: clusters.map { ClusterAudit($0.auditSubject).run() })
  }
}

extension HardenedCluster {
  /// What an audit looks at.
  fileprivate var auditSubject: AuditSubject {
    let choice = hardening.choice
    let patched = Hardening(
      cluster: cluster, choice: choice.deployingPlanned, sources: hardening.sources,
      needsPolicies: hardening.needsPolicies)
    let hasPolicies = !deployment.policies.isEmpty
    return AuditSubject(
      running: deployment.withoutPolicies, planned: patched.deployment.withoutPolicies,
      governed: hasPolicies ? deployment : nil, deployedPatches: choice.deployed,
      plannedPatches: choice.patches.filter { $0.isPlanned && !$0.isDeployed }.map(\.name),
      trial: ConfigTrial(hardening: hardening))
  }
}
