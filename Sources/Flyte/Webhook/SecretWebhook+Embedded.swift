import Digests
import PodAPI

extension SecretWebhook {
  /// Secrets that the webhook fetches by itself: a value as plain text in every container, or files that
  /// an init container writes.
  func injectEmbedded(_ secret: TaskSecret, into pod: inout WebhookPod) throws(SecretFailure) {
    guard !secret.key.isEmpty else {
      throw .message(
        "EmbeddedSecretManager requires key to be set. Secret: [\(secret.text(webhook))]")
    }
    let (place, value) = try lookUp(secret.key, of: pod)
    if secret.mount == .file {
      addFile(secret, value, to: &pod)
    } else {
      guard let text = String(validating: value, as: UTF8.self) else {
        throw .message("the value of '\(secret.key)' is no text, so it can only be a file")
      }
      addVariable(secret, text, to: &pod)
    }
    if settings.addsPullSecrets { addPullSecret(place, to: &pod) }
  }

  /// A secret's scope: the project's, the domain's or the organization's.
  private struct Place {
    let organization, domain, project, name: String

    var encoded: String {
      "u__org__\(organization)__domain__\(domain)__project__\(project)__key__\(name)"
    }

    var pullSecret: String {
      SecretWebhook.World.pullSecret(
        organization: organization, domain: domain, project: project, name: name)
    }
  }

  private func lookUp(
    _ key: String, of pod: WebhookPod
  ) throws(SecretFailure) -> (Place, [UInt8]) {
    let names = ["organization", "project", "domain"]
    for name in names where pod.label(name).isEmpty {
      throw .message(
        "secret read requirements not met due to empty \(name) field in the pod labels")
    }
    let (organization, domain) = (pod.label("organization"), pod.label("domain"))
    for scope in [(domain, pod.label("project")), (domain, ""), ("", "")] {
      let place = Place(
        organization: organization, domain: scope.0, project: scope.1, name: key)
      if let found = world.store.first(where: { $0.name == place.encoded }) {
        return (place, found.value)
      }
    }
    throw .message("secret not found across all scopes")
  }

  private func addVariable(_ secret: TaskSecret, _ value: String, to pod: inout WebhookPod) {
    let prefix = settings.variablePrefix
    let own = prefix + secret.key.uppercased()
    var variables = [WebhookPod.prefixVariable(prefix)]
    if secret.variable.isEmpty || !webhook.replacesVariableName {
      variables.append(WebhookPod.variable(own, value))
    }
    if !secret.variable.isEmpty {
      variables.append(WebhookPod.variable(secret.variable, value))
    }
    pod.add(variables)
  }

  private func addFile(_ secret: TaskSecret, _ value: [UInt8], to pod: inout WebhookPod) {
    let volume = "embedded-secret-vol"
    let line = "\(secret.key)=\(Base64.text(of: value))\n"
    if let index = pod.pod.initContainers.firstIndex(
      where: { $0.containerName == settings.embeddedName })
    {
      pod.pod.initContainers[index].addSecret(line)
      return
    }
    var container = settings.embedded.container(
      settings.embeddedName, volume: volume, at: GoPath.secrets)
    container.addSecret(line)
    pod.pod.initContainers.append(container)
    pod.addMemoryVolume(volume)
    pod.mount(volume, at: GoPath.secrets)
    pod.add(WebhookPod.fileVariables(GoPath.secrets))
    guard !secret.variable.isEmpty else { return }
    let file = GoPath.join(GoPath.secrets, secret.key.lowercased())
    pod.add([WebhookPod.variable(secret.variable, file)])
  }

  private func addPullSecret(_ place: Place, to pod: inout WebhookPod) {
    let name = place.pullSecret
    var secrets = pod.pod.spec[.imagePullSecrets]?.items ?? []
    guard world.pullSecrets.contains(where: { $0 == name }),
      !secrets.contains(where: { $0.object?.containerName == name })
    else { return }
    secrets.append(.object(PodObject([.init(.name, .string(name))])))
    secrets.sort { ($0.object?.containerName ?? "") < ($1.object?.containerName ?? "") }
    pod.pod.spec[.imagePullSecrets] = .list(secrets)
  }
}

extension SecretWebhook.World {
  /// The name of a secret's image pull secret in Flyte's namespace.
  public static func pullSecret(
    organization: String, domain: String, project: String, name: String
  ) -> String {
    let text = "\(organization):\(domain):\(project):\(name)"
    return "img-pull-" + String(SHA256.hex(of: Array(text.utf8)).prefix(16))
  }
}

extension PodObject {
  /// Adds a line to the variable from which the init container takes files.
  fileprivate mutating func addSecret(_ line: String) {
    var variables = self[.env]?.items ?? []
    let index = variables.firstIndex { $0.object?.containerName == "SECRETS" }
    if let index, var variable = variables[index].object {
      variable[.value] = .string((variable[.value]?.string ?? "") + line)
      variables[index] = .object(variable)
    } else {
      variables.append(.object(WebhookPod.variable("SECRETS", line)))
    }
    self[.env] = .list(variables)
  }
}

/// Base 64, with padding.
enum Base64 {
  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(of bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let number = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(
          place > group.count ? UInt8(ascii: "=") : digits[number >> (18 - 6 * place) & 63])
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
