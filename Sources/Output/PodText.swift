public import Flyte
import PodAPI
import Values
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
        .init("metadata", metadata.plain.namesFirst), .init("spec", pod.spec.plain.namesFirst),
      ]))
  }
}

extension PlainValue {
  /// The same value to be written; what names an entry comes first.
  fileprivate var namesFirst: PlainValue {
    switch self {
    case .list(let items): .list(items.map(\.namesFirst))
    case .mapping(let entries):
      .mapping(
        (entries.filter { $0.key == "name" } + entries.filter { $0.key != "name" })
          .map { Entry($0.key, $0.value.namesFirst) })
    default: self
    }
  }
}
