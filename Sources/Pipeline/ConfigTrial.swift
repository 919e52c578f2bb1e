import Audit
import Deployments
import Flyte
import Hardening
import Judgment
import Model
import Values

/// A cluster of the config with other patches, another release, or another secret manager. Templates and
/// settings follow, as they would in the output.
struct ConfigTrial: AuditTrial {
  let hardening: Hardening
  /// The policies that would change pods; nil: the cluster cannot have them.
  private let policies: ClusterPolicies?

  init(hardening: Hardening) {
    self.hardening = hardening
    policies = hardening.possiblePolicies
  }

  func steps(for task: JudgedTask, _ decisions: [JudgedPod.Decision]) -> [AuditStep] {
    // The dearest comes last.
    changes(for: task)
      + (policies == nil ? [] : [.policy(isPlanned: hardening.needsPolicies)])
  }

  private func changes(for task: JudgedTask) -> [AuditStep] {
    let asksForSecret = task.secret != nil
    let patches = patches.filter { patch, _ in
      let plugin = patch.patch.plugin
      return (!Self.isForSecrets(patch) || asksForSecret)
        && (plugin == nil || plugin == task.plugin?.plugin)
    }.map { AuditStep.patch(ByteText($0.name), $1) }
    guard asksForSecret, let webhook = hardening.sources.webhook else { return patches }
    let said = hardening.cluster.secretManagers
    guard (said.first?.value ?? webhook.defaultManager).setting != nil else { return patches }
    // A manager that somebody chose is kept where a patch helps.
    let manager = AuditStep.secretManager(ByteText(SecretManager.k8s.rawValue))
    return said.isEmpty ? [manager] + patches : patches + [manager]
  }

  func deployment(taking steps: [AuditStep]) -> Deployment {
    var deployment = bare(taking: steps)
    let isGoverned = steps.contains { if case .policy = $0 { true } else { false } }
    deployment.policies = isGoverned ? policies ?? .none : .none
    return deployment
  }

  /// Without policies.
  private func bare(taking steps: [AuditStep]) -> Deployment {
    var cluster = hardening.cluster
    for case .secretManager(let name) in steps {
      if let manager = SecretManager(named: name.text) { cluster = cluster.asking(manager) }
    }
    if let release = AuditStep.release(of: steps) {
      return Hardening(cluster: cluster, choice: .nothing, sources: release.behaviors).deployment
    }
    var names = TextSet()
    for case .patch(let name, _) in steps { names.insert(name.text) }
    return Hardening(
      cluster: cluster, choice: hardening.choice.deploying(names), sources: hardening.sources
    ).deployment
  }

  /// The patches that can be made and are not deployed, planned ones first.
  private var patches: [(ChosenPatch, source: AuditStep.Patch)] {
    let all = hardening.choice.patches.filter { !$0.isDeployed && $0.patch.isModeled }
    let planned = all.filter(\.isPlanned)
    let taken = hardening.choice.patches.filter { $0.isDeployed || $0.isPlanned }
    let others = all.filter { patch in
      !patch.isPlanned && (!patch.patch.isOptIn || Self.isForSecrets(patch))
        && [.applies, .needed, .available].contains(patch.patch.state)
        && !taken.contains {
          $0.patch.excludes.contains(patch.name) || patch.patch.excludes.contains($0.name)
        }
    }
    return planned.map { ($0, .planned) }
      + others.map { ($0, $0.patch.state == .applies ? .possible : .withoutSources) }
  }

  private static func isForSecrets(_ patch: ChosenPatch) -> Bool {
    patch.name == ModeledPatch.secretManagerSecurityContext.rawValue
  }
}

extension Cluster {
  /// The same cluster with another secret manager.
  fileprivate func asking(_ manager: SecretManager) -> Cluster {
    var result = self
    result.flyte.secretManagers = [Located(manager, origin: .tool)]
    return result
  }
}
