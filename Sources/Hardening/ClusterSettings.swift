import Flyte
import Model
import Origins

/// `plugins.k8s` as a cluster's Flyte is to have it.
struct ClusterSettings {
  let cluster: Cluster
  let behaviours: Behaviours

  var tree: OriginTree {
    let used = cluster.templateSets.flatMap { [$0.profile] + $0.named.map(\.profile) }
    let profiles = Set(used).sorted().map { cluster.profiles[$0] }
    let shared = SharedSettings(profiles: profiles)
    var settings: [String: OriginTree] = [
      "default-pod-template-name": OriginTree(
        .string(cluster.podTemplate.name.value), origin: cluster.podTemplate.name.origin)
    ]
    settings["default-security-context"] = shared.container
    settings["default-pod-security-context"] = shared.pod
    var copilot = Dictionary(
      uniqueKeysWithValues: cluster.copilot.map { ($0.key, $0.value) })
    if behaviours.readsCopilotSecurityContext { copilot["security-context"] = shared.copilot }
    if !copilot.isEmpty { settings["co-pilot"] = .mapping(copilot) }
    return .mapping(settings)
  }
}
