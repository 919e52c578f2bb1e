import Digests
import PodAPI

extension SecretWebhook {
  /// Secrets of Kubernetes: a volume of the Secret, or a variable with a reference to it.
  func injectKubernetes(_ secret: TaskSecret, into pod: inout WebhookPod) throws(SecretFailure) {
    var group = secret.group
    if group.isEmpty, webhook.hashesKeys, !secret.key.isEmpty {
      group = MD5.hex(of: Array(secret.key.utf8))
    }
    guard !group.isEmpty, !secret.key.isEmpty else {
      throw .message(
        "k8s Secrets Webhook require both key and group to be set. Secret: [\(secret.text(webhook))]"
      )
    }
    if secret.mount == .variable {
      addReference(to: secret, group, &pod)
    } else {
      addVolume(of: secret, group, &pod)
    }
  }

  private func addVolume(of secret: TaskSecret, _ group: String, _ pod: inout WebhookPod) {
    let item = PodObject([
      .init(.key, .string(secret.key)), .init(.path, .string(secret.key.lowercased())),
    ])
    let name = LowerBase32.text(of: Array("\(group)_\(secret.groupVersion)".utf8))
    pod.addSecretVolume(name, secret: group, .object(item))
    pod.mount(name, at: GoPath.join(GoPath.secrets, group.lowercased()))
    pod.add(WebhookPod.fileVariables(GoPath.secrets))
    guard webhook.namesVariables, !secret.variable.isEmpty else { return }
    let file = GoPath.join(GoPath.secrets, group.lowercased(), secret.key.lowercased())
    pod.add([WebhookPod.variable(secret.variable, file)])
  }

  private func addReference(to secret: TaskSecret, _ group: String, _ pod: inout WebhookPod) {
    let prefix = settings.variablePrefix
    let reference = PodObject([
      .init(.name, .string(group)), .init(.key, .string(secret.key)),
      .init(.optional, .bool(true)),
    ])
    func variable(_ name: String) -> PodObject {
      PodObject([
        .init(.name, .string(name)),
        .init(
          .valueFrom, .object(PodObject([.init(.secretKeyRef, .object(reference))]))),
      ])
    }
    pod.add([variable((prefix + group + "_" + secret.key).uppercased())])
    if webhook.namesVariables, !secret.variable.isEmpty { pod.add([variable(secret.variable)]) }
    pod.add([WebhookPod.prefixVariable(prefix)])
  }
}

extension WebhookPod {
  /// Adds an item to the volume of a Secret, or a volume of that item.
  fileprivate mutating func addSecretVolume(
    _ name: String, secret: String, _ item: PodValue
  ) {
    var volumes = pod.spec[.volumes]?.items ?? []
    let index = volumes.firstIndex {
      $0.object?[.secret]?.object?[.secretName]?.string == secret
    }
    if let index, var volume = volumes[index].object, var source = volume[.secret]?.object {
      source.append([item], to: .items)
      volume[.secret] = .object(source)
      volumes[index] = .object(volume)
    } else {
      let source = PodObject([
        .init(.secretName, .string(secret)), .init(.items, .list([item])),
        .init(.optional, .bool(true)),
      ])
      volumes.append(
        .object(PodObject([.init(.name, .string(name)), .init(.secret, .object(source))])))
    }
    pod.spec[.volumes] = .list(volumes)
  }
}

/// Base 32 with the letters and digits that names in Kubernetes may have, as Flyte spells it.
enum LowerBase32 {
  private static let digits = Array("abcdefghijklmnopqrstuvwxyz123456".utf8)

  static func text(of bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var (buffer, bits) = (0, 0)
    for byte in bytes {
      buffer = (buffer << 8 | Int(byte)) & 0xFFFF
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(digits[buffer >> bits & 31])
      }
    }
    if bits > 0 { text.append(digits[buffer << (5 - bits) & 31]) }
    return String(decoding: text, as: UTF8.self)
  }
}
