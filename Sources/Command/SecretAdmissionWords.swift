import Deployments
import Flyte

/// The secret managers of a cluster, in words.
struct SecretAdmissionWords {
  let deployment: Deployment

  private var managers: [SecretManager] {
    let own = deployment.behaviors.webhook.map { [$0.defaultManager] } ?? []
    return deployment.secretManagers.isEmpty ? own : deployment.secretManagers
  }

  /// Their names, and whether the release chose them.
  var names: String {
    guard !managers.isEmpty else { return "nowhere" }
    let names = managers.map { "'\($0.rawValue)'" }.joined(separator: ", then ")
    return deployment.secretManagers.isEmpty
      ? names + ", the default of \(deployment.release.name)" : names
  }

  /// What is not shown, or must be known of what is.
  var others: [String] {
    managers.contains(.vault)
      ? ["not shown: the containers that Vault's own injector adds after the annotations"] : []
  }
}
