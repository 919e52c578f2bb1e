import PodAPI

extension SecretWebhook {
  /// Secrets of the webhook's own process. Those in files that are mounted there are not modeled.
  func injectGlobal(_ secret: TaskSecret, into pod: inout WebhookPod) throws(SecretFailure) {
    guard !secret.group.isEmpty, !secret.key.isEmpty else {
      throw .message(
        "both key and group are required parameters. Secret: [\(secret.text(webhook))]")
    }
    let (group, key) = (secret.group.uppercased(), secret.key.uppercased())
    let name = "FLYTE_SECRET_\(group)_\(key)"
    guard let value = world.environment[name]?.string else {
      let file = GoPath.join("/etc/secrets", secret.group, secret.key)
      throw .message("secrets not found - Env [\(name)], file [\(file)]")
    }
    guard secret.mount != .file else {
      throw .message("\(SecretFailure.globalFile) [\(secret.group)/\(secret.key)]")
    }
    let prefix = settings.variablePrefix
    pod.add([
      WebhookPod.prefixVariable(prefix),
      WebhookPod.variable((prefix + secret.group + "_" + secret.key).uppercased(), value),
    ])
  }
}
