import Flyte
import Setup

/// The secret managers of a cluster, in words.
struct SecretAdmissionWords {
  let setup: ClusterSetup

  private var managers: [SecretManager] {
    let own = setup.running.webhook.map { [$0.defaultManager] } ?? []
    return setup.secretManagers.isEmpty ? own : setup.secretManagers
  }

  /// Their names, and whether the release chose them.
  var names: String {
    guard !managers.isEmpty else { return "nowhere" }
    let names = managers.map { "'\($0.rawValue)'" }.joined(separator: ", then ")
    return setup.secretManagers.isEmpty ? names + ", the default of \(setup.release.name)" : names
  }

  /// What is not shown, or must be known of what is.
  var others: [String] {
    managers.contains(.vault)
      ? ["not shown: the containers that Vault's own injector adds after the annotations"] : []
  }
}
