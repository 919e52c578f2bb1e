public import Flyte
import PodAPI
import YAMLTree

/// A pod as a manifest.
public enum PodText {
  /// The YAML of a pod, without a name: Flyte gives it one for each run.
  /// - Parameter namespace: where Flyte makes it.
  public static func yaml(_ pod: BuiltPod, namespace: String) -> String {
    var metadata = pod.metadata
    metadata[.namespace] = .string(namespace)
    return YAMLWriter.text(
      .mapping([
        .init("apiVersion", .string("v1")), .init("kind", .string("Pod")),
        .init("metadata", YAMLValue(metadata.plain)), .init("spec", YAMLValue(pod.spec.plain)),
      ]))
  }
}

extension YAMLValue {
  /// The same value to be written; what names an entry comes first.
  init(_ value: PlainValue) {
    switch value {
    case .null: self = .null
    case .bool(let flag): self = .bool(flag)
    case .integer(let number): self = .integer(number)
    case .double(let number): self = .double(number)
    case .string(let text): self = .string(text)
    case .list(let items): self = .list(items.map { YAMLValue($0) })
    case .mapping(let entries):
      let named = entries.filter { $0.key == "name" } + entries.filter { $0.key != "name" }
      self = .mapping(named.map { Entry($0.key, YAMLValue($0.value)) })
    }
  }
}
