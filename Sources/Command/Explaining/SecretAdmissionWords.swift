import Deployments
import Flyte
import PodAPI

/// The secret managers of a cluster, in words.
struct SecretAdmissionWords {
  let deployment: Deployment
  /// The task that asks for a secret; nil: any.
  var task: JudgedTask?

  private var managers: [SecretManager] {
    let own = deployment.behaviors.webhook.map { [$0.defaultManager] } ?? []
    return deployment.secretManagers.isEmpty ? own : deployment.secretManagers
  }

  /// Their names, and whether the release chose them.
  var names: String {
    if let manager = task?.manager { return "'\(manager.rawValue)'" }
    guard !managers.isEmpty else { return "nowhere" }
    let names = managers.map { "'\($0.rawValue)'" }.joined(separator: ", then ")
    return deployment.secretManagers.isEmpty
      ? names + ", the default of \(deployment.release.name)" : names
  }

  /// Names the containers that another webhook adds to a pod. Nothing is proven about them.
  /// - Parameter name: the words for the pod in the sentence.
  static func outside(_ pod: BuiltPod?, _ name: String) -> [String] {
    guard let injection = pod.flatMap(VaultInjection.init) else { return [] }
    return [
      "Vault's own injector adds \(injection.words) to \(name): that webhook is not modeled, so nothing is known about those containers"
    ]
  }
}

/// The containers that Vault's own injector adds to a pod, by the pod's annotations.
private struct VaultInjection {
  let words: String

  /// Nil where it adds nothing.
  init?(pod: BuiltPod) {
    let annotations = pod.metadata[.annotations]?.map ?? PodMap()
    func says(_ name: String, _ value: String) -> Bool {
      annotations["vault.hashicorp.com/" + name]?.string == value
    }
    guard says("agent-inject", "true") else { return nil }
    var added: [String] = []
    if !says("agent-pre-populate", "false") {
      added.append("the init container 'vault-agent-init'")
    }
    // Flyte asks for the init container alone, unless the pod says otherwise.
    if !says("agent-pre-populate-only", "true") { added.append("the container 'vault-agent'") }
    guard !added.isEmpty else { return nil }
    words = added.joined(separator: " and ")
  }
}
