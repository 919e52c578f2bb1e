import Flyte
import PodAPI
import Values

/// A pod as what it may do: each container with what the pod says for it.
struct EffectivePod {
  /// The spec without its containers and without what these take from it, with the metadata.
  let pod: PlainValue
  /// The containers by name, those of both lists.
  let containers: [(name: ByteText, tree: PlainValue)]
  /// The spec, for what is to be looked up in it.
  let spec: PlainValue

  /// Takes a pod apart.
  init(_ built: BuiltPod) {
    let spec = built.spec.plain
    self.spec = spec
    let inherited = ContextFields.ofBoth
    let context = spec["securityContext"]?.entries ?? []
    let passed = context.filter { inherited.contains($0.key) }
    let own = context.filter { !inherited.contains($0.key) }
    var entries = spec.entries.filter { !Self.apart.contains($0.key) }
    if !own.isEmpty { entries.append(.init("securityContext", .mapping(own))) }
    let metadata = built.metadata.plain.entries.filter {
      $0.key == "labels" || $0.key == "annotations"
    }
    entries.append(.init("metadata", .mapping(metadata)))
    pod = .mapping(entries)
    containers = ["initContainers", "containers"].flatMap { spec[$0]?.items ?? [] }.map {
      (ByteText($0["name"]?.string ?? ""), Self.container($0, taking: passed))
    }
  }

  /// The fields that are compared elsewhere, or repeat another field.
  private static let apart: TextSet = [
    "containers", "initContainers", "securityContext", "serviceAccount",
  ]

  private static func container(
    _ container: PlainValue, taking passed: [PlainValue.Entry]
  ) -> PlainValue {
    let context = container["securityContext"]
    let all = (context?.entries ?? []) + passed.filter { context?[$0.key] == nil }
    let rest = container.entries.filter { $0.key != "securityContext" && $0.key != "name" }
    return .mapping(rest + (all.isEmpty ? [] : [.init("securityContext", .mapping(all))]))
  }
}
