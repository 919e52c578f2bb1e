import PodAPI
import Values

/// A component that adds containers to pods with some label or annotation.
struct Injector {
  /// The needs of its containers.
  enum Need {
    /// `NET_ADMIN` and `NET_RAW` in an init container, unless a CNI plugin does its work.
    case network
    /// Everything that `restricted` asks except seccomp, which the pod must set.
    case seccompOfPod
  }

  let name: String
  let need: Need
  /// Labels or annotations that ask for it, with the values that do; empty: any.
  private let keys: [(key: String, values: [String])]

  /// The known ones.
  static let all = [
    Injector(
      name: "Istio", need: .network,
      keys: [("sidecar.istio.io/inject", ["true"]), ("istio.io/rev", [])]),
    Injector(
      name: "Linkerd", need: .network, keys: [("linkerd.io/inject", ["enabled", "ingress"])]),
    Injector(
      name: "Kuma", need: .network, keys: [("kuma.io/sidecar-injection", ["enabled", "true"])]),
    Injector(
      name: "Consul", need: .network, keys: [("consul.hashicorp.com/connect-inject", ["true"])]),
    Injector(
      name: "Vault's injector", need: .seccompOfPod,
      keys: [("vault.hashicorp.com/agent-inject", ["true"])]),
  ]

  /// The label or annotation that asks for it.
  func key(in labels: PodMap, _ annotations: PodMap) -> String? {
    let sidecar = "sidecar.istio.io/inject"
    // A refusal of the injection beats a revision.
    let isOff = [labels, annotations].contains { $0[sidecar] == .string("false") }
    guard !(isOff && keys.contains { $0.key == sidecar }) else { return nil }
    return keys.first { key, values in
      [labels, annotations].contains { map in
        guard let value = map[key]?.string else { return false }
        return values.isEmpty || values.contains(value)
      }
    }?.key
  }

  /// Describes the effect of its containers on a level.
  /// - Parameter hasSeccomp: whether the pod sets `seccompProfile`.
  func words(level: String?, hasSeccomp: Bool) -> String {
    let isHeld = level != nil && level != "privileged"
    switch need {
    case .network:
      return isHeld
        ? "its init container asks for NET_ADMIN, which '\(level ?? "")' refuses, unless the CNI plugin is used"
        : "its init container asks for NET_ADMIN, unless the CNI plugin is used"
    case .seccompOfPod:
      return level == "restricted"
        ? hasSeccomp
          ? "they meet 'restricted' because the pod sets 'seccompProfile'"
          : "'restricted' refuses them, because the pod does not set 'seccompProfile'"
        : "they ask for nothing that this level refuses"
    }
  }

  /// Returns the fix, in the imperative.
  func fix(level: String?, hasSeccomp: Bool) -> String {
    switch need {
    case .network: "use the mesh with its CNI plugin, or turn the injection off for tasks"
    case .seccompOfPod:
      level == "restricted" && !hasSeccomp
        ? "set 'seccompProfile' for the pod, not only for containers"
        : "check the running pods, or turn the injection off for tasks that do not need it"
    }
  }
}
