import Audit
import Flyte
import PodAPI
import Values

/// The parts of a running pod that show its task: the containers of its author, and the data that
/// co-pilot moves.
struct PodOutline: Hashable {
  /// The containers and init containers of the task, the primary one first.
  let containers: [ByteText]
  let initContainers: [ByteText]
  let primary: ByteText
  let hasInputs: Bool
  let hasOutputs: Bool
  /// True for a container task, whose author writes no pod.
  let isContainerTask: Bool

  /// A substitute for the name of a container task's container, which is that of its pod.
  static let own = ByteText("exec-n0-0")

  /// The name of a container, with `own` for that of the pod.
  static func name(_ container: PodObject, in pod: RunningPod) -> ByteText {
    let name = container[.name]?.string ?? ""
    return name == pod.name ? own : ByteText(name)
  }

  /// - Parameter copilot: what the names of co-pilot's containers begin with.
  init(_ pod: RunningPod, copilot: String) {
    func names(_ list: FieldName) -> [ByteText] {
      (pod.spec[list]?.items ?? []).compactMap(\.object).map { Self.name($0, in: pod) }
    }
    let (all, initial) = (names(.containers), names(.initContainers))
    func isCopilots(_ name: ByteText) -> Bool { name.text.hasPrefix(copilot) }
    hasInputs = initial.contains { isCopilots($0) && $0.text.hasSuffix("downloader") }
    hasOutputs = (all + initial).contains { isCopilots($0) && !$0.text.hasSuffix("downloader") }
    let named = pod.annotations["primary_container_name"]?.string.map { ByteText($0) }
    isContainerTask = named == nil && all.contains(Self.own)
    func isTasks(_ name: ByteText) -> Bool {
      !isCopilots(name) && Injected.maker(of: name.text) == nil
    }
    primary =
      named.flatMap { all.contains($0) ? $0 : nil }
      ?? (all.contains(Self.own) ? Self.own : all.first(where: isTasks) ?? Self.own)
    let isContainerTask = isContainerTask
    let primary = primary
    containers =
      [primary] + (isContainerTask ? [] : all.filter { $0 != primary && isTasks($0) })
    initContainers = isContainerTask ? [] : initial.filter(isTasks)
  }

  /// A task that has these containers, and sets nothing that the pod may have from other sources.
  var task: JudgedTask {
    func container(_ name: ByteText) -> PodValue {
      var container = PodObject([
        .init(.name, .string(name.text)), .init(.image, .string(StandardTask.image)),
      ])
      if isContainerTask {
        container[.terminationMessagePolicy] = .string("FallbackToLogsOnError")
      }
      return .object(container)
    }
    var spec = PodObject([.init(.containers, .list(containers.map(container)))])
    if !initContainers.isEmpty { spec[.initContainers] = .list(initContainers.map(container)) }
    let data =
      hasInputs || hasOutputs ? TaskShape.Data(inputs: hasInputs, outputs: hasOutputs) : nil
    return .own(
      OwnTask(
        name: key, body: TaskShape.PodBody(spec: spec, primaryContainer: primary.text),
        spec: .empty, data: data))
  }

  /// A name that no other outline has.
  private var key: String {
    let names = (containers + [ByteText("\u{0}")] + initContainers).map(\.text)
    return names.joined(separator: "\u{1}") + "\(hasInputs)\(hasOutputs)\(isContainerTask)"
  }
}

/// Containers that others than Flyte and the task's author add.
enum Injected {
  /// The source of a container of this name; nil for the task, or if not known.
  static func maker(of name: String) -> Audit.RunningPods.Difference.Maker? {
    if meshes.contains(name) { return .injector }
    if pullers.contains(where: name.hasPrefix) || name == "init-embedded-secret" {
      return .secretWebhook
    }
    return nil
  }

  /// Containers of Istio, Linkerd, Kuma, Consul, and of Vault's injector.
  private static let meshes: TextSet = [
    "istio-proxy", "istio-init", "istio-validation", "linkerd-proxy", "linkerd-init",
    "linkerd-network-validator", "kuma-sidecar", "kuma-init", "consul-dataplane",
    "consul-connect-inject-init", "vault-agent", "vault-agent-init",
  ]

  /// The prefixes of the names of the secret webhook's init containers.
  private static let pullers = ["aws-pull-secret-", "gcp-pull-secret-", "azure-pull-secret-"]
}
