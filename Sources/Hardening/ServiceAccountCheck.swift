import Diagnostics
import Flyte
import Model
import Values

/// Says what becomes of a service account that a template names: it is kept where nobody else names
/// one, and whoever starts a task may.
struct ServiceAccountCheck {
  let cluster: Cluster
  let behaviors: Behaviors

  func run(into diagnostics: inout DiagnosticList) {
    // That no template has any effect is said once, for all of them.
    guard !behaviors.ignoresTemplates else { return }
    for profile in cluster.profiles {
      let said = profile.pod["serviceAccountName"] ?? profile.pod["serviceAccount"]
      guard let said, let name = said.string else { continue }
      diagnostics.note(
        .serviceAccount,
        "'\(name)' is the service account only as long as nothing else sets one: \(cluster.flyte.release.namersOfServiceAccounts)",
        at: said.origin.span)
    }
  }
}
