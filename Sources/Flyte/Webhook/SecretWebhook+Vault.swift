import PodAPI

/// A secret that Vault's own injector is to bring.
struct VaultFile {
  let group: String
  let key: String
  /// The way to the key in what Vault answers; empty: the answer as it is.
  let query: String

  var file: String { "\(group)/\(key)" }
}

extension SecretWebhook {
  /// Secrets of Vault: annotations, by which Vault's own injector adds its containers later.
  func injectVault(_ secret: TaskSecret, into pod: inout WebhookPod) throws(SecretFailure) {
    guard !secret.group.isEmpty, !secret.key.isEmpty else {
      throw .message(
        "\(webhook.refusesFailures ? "vault" : "Vault") Secrets Webhook requires both key and group to be set. Secret: [\(secret.text(webhook))]"
      )
    }
    guard secret.mount != .variable else {
      throw .message("Env_Var is not a supported mount requirement for Vault Secret Manager")
    }
    pod.add(WebhookPod.fileVariables(GoPath.secrets))
    let query =
      switch secret.groupVersion {
      case "kv1": ".Data"
      case "kv2": ".Data.data"
      case "db": ""
      default: settings.isFirstVaultVersion ? ".Data" : ".Data.data"
      }
    pod.vaultFiles.append(VaultFile(group: secret.group, key: secret.key, query: query))
  }
}

extension WebhookPod {
  /// Writes the annotations for Vault's injector, under what the pod has already. Flyte draws an id for
  /// each file; here it is `UUID-` and the file's place among them.
  mutating func addVaultAnnotations(_ settings: WebhookSettings) {
    guard !vaultFiles.isEmpty else { return }
    var annotations = PodMap()
    func set(_ name: String, _ value: String) {
      annotations["vault.hashicorp.com/" + name] = .string(value)
    }
    for (index, file) in vaultFiles.sorted(by: { $0.file < $1.file }).enumerated() {
      set("agent-inject-secret-UUID-\(index)", file.group)
      set("agent-inject-file-UUID-\(index)", file.file)
      guard !file.query.isEmpty else { continue }
      set(
        "agent-inject-template-UUID-\(index)",
        "{{- with secret \"\(file.group)\" -}}{{ \(file.query).\(file.key) }}{{- end -}}")
    }
    set("agent-inject", "true")
    set("secret-volume-path", GoPath.secrets)
    set("role", settings.vaultRole)
    set("agent-pre-populate-only", "true")
    let own = metadata[.annotations]?.map ?? PodMap()
    for entry in settings.vaultAnnotations.entries + own.entries {
      annotations[entry.key] = entry.value
    }
    metadata[.annotations] = .map(annotations)
  }
}
