import Flyte
import Values

extension OriginTree {
  /// A `webhook` section that names the secret managers.
  func setting(asking managers: [SecretManager], _ webhook: WebhookBehaviors) -> OriginTree {
    let names = managers.map { OriginTree.string($0.typeName) }
    return webhook.takesSeveralManagers
      ? setting("secretManagerTypes", to: OriginTree(.list(names), origin: .tool))
      : setting("secretManagerType", to: names.first)
  }

  /// A mapping with a value at a path of keys.
  func setting(_ path: some Collection<String>, to value: OriginTree) -> OriginTree {
    guard let first = path.first else { return value }
    return setting(first, to: (self[first] ?? .empty).setting(path.dropFirst(), to: value))
  }
}
