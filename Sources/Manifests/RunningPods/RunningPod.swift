import PodAPI
import Values
import YAMLTree

/// A pod as it runs.
struct RunningPod {
  let name: String
  let namespace: String
  let labels: PodMap
  let annotations: PodMap
  let spec: PodObject

  /// Reads a pod with the newest Pod API.
  init(_ node: YAMLNode) {
    let decoder = PodDecoder(minor: KubernetesRange.newest)
    let metadata = decoder.decode(
      node["metadata"].map(\.plain) ?? .mapping([]), as: "ObjectMeta")
    name = metadata[.name]?.string ?? ""
    namespace = metadata[.namespace]?.string ?? ""
    labels = metadata[.labels]?.map ?? PodMap()
    annotations = metadata[.annotations]?.map ?? PodMap()
    spec = decoder.decode(node["spec"].map(\.plain) ?? .mapping([]), as: "PodSpec")
  }

  /// The maker of a pod.
  enum Owner {
    /// Not Flyte.
    case others
    /// A plugin of Flyte's that is not modeled.
    case plugin(String)
    /// Flyte itself: a container task or a pod task.
    case flyte
  }

  /// The maker, by the labels of each release: `execution-id` and `node-id` (v1, and v2 to v2.0.37),
  /// `flyte.org/run` and `flyte.org/action` (v2.0.38 on).
  var owner: Owner {
    func has(_ names: String...) -> Bool { names.allSatisfy { labels[$0] != nil } }
    if let plugin = Self.plugins.first(where: { plugin in
      labels.entries.contains { $0.key.hasPrefix(plugin.label) }
    }) {
      // Ray's and Spark's own pods have Flyte's labels as well, or Flyte's operator made them.
      return has("execution-id") || has("flyte.org/run") || plugin.isFlytes(labels)
        ? .plugin(plugin.name) : .others
    }
    let isFlytes =
      has("execution-id", "node-id") || has("flyte.org/run", "flyte.org/action")
      || has("run", "action", "task-name", "project", "domain")
    return isFlytes ? .flyte : .others
  }

  /// A plugin whose operator makes pods, and the labels that they have.
  private struct Plugin {
    let name: String
    let label: String

    /// True if the labels alone show that Flyte made it.
    func isFlytes(_ labels: PodMap) -> Bool { labels["task-name"] != nil }
  }

  private static let plugins = [
    Plugin(name: "Ray", label: "ray.io/"), Plugin(name: "Spark", label: "spark-role"),
    Plugin(name: "Dask", label: "dask.org/"),
    Plugin(name: "Kubeflow", label: "training.kubeflow.org/"),
    Plugin(name: "JobSet", label: "jobset.sigs.k8s.io/"),
    Plugin(name: "Knative", label: "serving.knative.dev/"),
  ]
}
