import Flyte
import Model
import Origins

/// What a cluster's Flyte is to have as settings.
struct ClusterSettings {
  let cluster: Cluster
  let behaviours: Behaviours

  /// `webhook`: the security context of the secret manager's init container, where the binary
  /// takes one.
  var webhook: OriginTree {
    guard behaviours.readsSecretManagerSecurityContext, let context = shared.secretManager,
      let path = cluster.flyte.secretManager?.value.setting
    else { return .empty }
    return path.reversed().reduce(context) { tree, key in .mapping([key: tree]) }
  }

  private var shared: SharedSettings {
    let used = cluster.templateSets.flatMap { [$0.profile] + $0.named.map(\.profile) }
    return SharedSettings(profiles: Set(used).sorted().map { cluster.profiles[$0] })
  }

  /// `plugins.k8s`.
  var plugins: OriginTree {
    let shared = shared
    var settings: TextMap<OriginTree> = [
      "default-pod-template-name": OriginTree(
        .string(cluster.podTemplate.name.value), origin: cluster.podTemplate.name.origin)
    ]
    settings["default-security-context"] = shared.container
    settings["default-pod-security-context"] = shared.pod
    // Who deploys one of these asks for what it does, and it does nothing by itself.
    if behaviours.readsRequireDefaultTemplate {
      settings["require-default-pod-template"] = OriginTree(.bool(true), origin: .tool)
    }
    if behaviours.readsKeepTemplateInitContainers {
      settings["keep-template-init-containers"] = OriginTree(.bool(true), origin: .tool)
    }
    var copilot = TextMap(
      uniqueKeysWithValues: cluster.copilot.map { ($0.key, $0.value) })
    if behaviours.readsCopilotSecurityContext { copilot["security-context"] = shared.copilot }
    if !copilot.isEmpty { settings["co-pilot"] = .mapping(copilot) }
    return .mapping(settings)
  }
}
