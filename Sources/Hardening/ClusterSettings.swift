import Flyte
import Model
import Operators
import Values

/// The settings that a cluster's Flyte is to have.
struct ClusterSettings {
  let cluster: Cluster
  let behaviors: Behaviors

  /// `webhook`: the managers that the config names, where the release would take another, and the
  /// security context of their init containers, where the binary takes one.
  var webhook: OriginTree {
    guard let webhook = behaviors.webhook else { return .empty }
    let said = cluster.flyte.secretManagers
    var tree = OriginTree.empty
    if let first = said.first, said.map(\.value) != [webhook.defaultManager] {
      let names = said.map { OriginTree(.string($0.value.typeName), origin: $0.origin) }
      tree =
        webhook.takesSeveralManagers
        ? tree.setting(
          "secretManagerTypes", to: OriginTree(.list(names), origin: first.origin))
        : tree.setting("secretManagerType", to: names[0])
    }
    guard behaviors.readsSecretManagerSecurityContext, let context = shared.secretManager else {
      return tree
    }
    let asked = cluster.secretManagers.map(\.value)
    for manager in asked.isEmpty ? [webhook.defaultManager] : asked {
      guard let path = manager.setting else { continue }
      let inner = path.dropFirst().reversed().reduce(context) { tree, key in .mapping([key: tree]) }
      tree = tree.setting(path[0], to: inner)
    }
    return tree
  }

  /// `plugins.ray`: jobs are submitted by KubeRay itself where `restricted` refuses the pod that Flyte makes
  /// for it. What the user's own values say stays, and so it does where policies change that pod.
  /// - Parameter hasPolicies: whether policies change pods.
  func ray(hasPolicies: Bool) -> OriginTree {
    guard !hasPolicies, behaviors.pluginGaps.contains(.raySubmitter),
      cluster.flyte.release.readsRaySubmissionMode,
      cluster.values.ray["submissionMode"] == nil,
      case .kubeRay(let runner)? = cluster.plugins.first(where: { $0.plugin == .ray })?.runner,
      runner.readsSubmissionMode,
      profiles.contains(where: { $0.claim?.level == .restricted })
    else { return .empty }
    return .mapping(["submissionMode": OriginTree(.string("HTTPMode"), origin: .tool)])
  }

  private var shared: SharedSettings { SharedSettings(profiles: profiles) }

  /// The profiles of the namespaces, each once.
  private var profiles: [Profile] {
    let used = cluster.templateSets.flatMap { [$0.profile] + $0.named.map(\.profile) }
    return Set(used).sorted().map { cluster.profiles[$0] }
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
    if behaviors.readsRequireDefaultTemplate {
      settings["require-default-pod-template"] = OriginTree(.bool(true), origin: .tool)
    }
    if behaviors.readsKeepTemplateInitContainers {
      settings["keep-template-init-containers"] = OriginTree(.bool(true), origin: .tool)
    }
    var copilot = TextMap(
      uniqueKeysWithValues: cluster.copilot.map { ($0.key, $0.value) })
    if behaviors.readsCopilotSecurityContext { copilot["security-context"] = shared.copilot }
    if !copilot.isEmpty { settings["co-pilot"] = .mapping(copilot) }
    return .mapping(settings)
  }
}
