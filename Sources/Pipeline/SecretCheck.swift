import Deployments
import Diagnostics
import Flyte
import Judgment
import Model
import Values

/// Says that tasks with secrets are refused where other tasks are let in: the init container of a
/// secret manager comes after every template.
struct SecretCheck {
  let cluster: Cluster
  let deployment: Deployment

  func run(into diagnostics: inout DiagnosticList) {
    // Who lists the tasks that matter, and none with a secret among them, has none.
    guard let webhook = deployment.behaviors.webhook,
      deployment.tasks.contains(where: { $0.secret != nil })
    else { return }
    let pods = Judgment(deployment: deployment).templates(tasks: [.container, .secret]).map {
      $0.tasks.map(\.main)
    }
    let refused = pods.first { $0.count == 2 && $0[0].isAdmitted && !$0[1].isAdmitted }
    guard let refused else { return }
    let said = cluster.secretManagers.first { $0.value.setting != nil }
    let manager = (said?.value ?? webhook.defaultManager).rawValue
    var reason = "the webhook adds an init container for '\(manager)', which no template reaches"
    if case .refusedByWebhook(let message) = refused[1].outcome {
      reason = "the webhook says: \(message)"
    }
    let patch = ModeledPatch.secretManagerSecurityContext.rawValue
    diagnostics.note(
      .secretsRefused, "tasks that request a secret as a file are refused: \(reason)",
      at: (said?.origin ?? cluster.flyte.version.origin).span,
      hint: said == nil
        ? "'\(manager)' is the default of \(deployment.release.name): set 'secretManager: k8s', or 'secretManager: \(manager)' to get the patch '\(patch)'"
        : "deploy the patch '\(patch)', and add it to 'deployed.patches'")
  }
}
