import Deployments
import Diagnostics
import Flyte
import Hardening
import Model
import Values

/// Reports that pods stay refused with everything that the config allows, and the change that helps.
struct ShortfallCheck {
  let hardened: HardenedCluster

  func run(into diagnostics: inout DiagnosticList) {
    guard let shortfall = hardened.necessity?.shortfall else { return }
    let (cluster, deployment) = (hardened.cluster, hardened.deployment)
    let claim = deployment.templateSets[shortfall.set].templates
      .first { $0.name == shortfall.template }?.claim
    let level = claim.map { "\($0.level):\($0.version)" } ?? "its level"
    let names = deployment.namespaces
      .filter { $0.templateSet == shortfall.set && $0.name != deployment.flyteNamespace }
      .map(\.name)
    let place = names.first.map { " in namespace '\($0)'" } ?? ""
    diagnostics.error(
      .notAdmitted,
      "pods of the task '\(shortfall.task.name)' under PodTemplate '\(shortfall.template)'\(place) stay refused at \(level) with everything that the config allows, so nothing is written",
      at: cluster.name.origin.span,
      hint: advice(shortfall) + "'flyte-harden audit' shows why; to live with it, add '"
        + "accept: [{ finding: audit/refused, task: \(shortfall.task.name), reason: … }]'")
  }

  private func advice(_ shortfall: Necessity.Shortfall) -> String {
    let ways = [
      shortfall.remedy.map(words),
      shortfall.release.map { "move to Flyte \($0.name), which is enough" },
    ].compactMap { $0 }
    return
      (ways.isEmpty
      ? "no patch, policy or later release is enough" : ways.joined(separator: ", or "))
      + "; "
  }

  private func words(_ remedy: Necessity.Remedy) -> String {
    switch remedy {
    case .policies: "write 'policies: auto', which is enough"
    case .patches: "write 'patches: auto', which is enough"
    case .both: "write 'patches: auto' and 'policies: auto', which are enough"
    case .policiesElsewhere:
      "write 'policies: auto', which is enough on Kubernetes 1.36 or with Kyverno 1.15 ('policyEngine: kyverno')"
    }
  }
}
