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
