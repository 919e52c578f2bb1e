import Config
import Diagnostics
import YAMLTree

/// The parts of a file that describes a task's pod: flytekit's `PodTemplate` as YAML, a Pod, or a
/// PodTemplate of Kubernetes.
struct TaskPodForm {
  /// True if it is flytekit's.
  let isFlytekits: Bool
  /// A `PodSpec`.
  let spec: YAMLNode?
  /// An `ObjectMeta` with the labels and annotations of the pod.
  let metadata: YAMLNode?
  /// The value that names the task's container.
  let primary: YAMLNode?
  /// The whole.
  let span: Span

  /// The name that flytekit gives the primary container by default.
  static let flytekits = "primary"
  /// The key, and the annotation, that name it.
  private static let primaryKey = "primary_container_name"
  /// The fields of flytekit's PodTemplate.
  private static let keys = ["pod_spec", primaryKey, "labels", "annotations"]

  private static let advice =
    "pass flytekit's PodTemplate as YAML ('primary_container_name', 'pod_spec', 'labels', 'annotations'), a Pod, or a PodTemplate"

  /// Nil after a fault.
  init?(_ document: YAMLNode, into diagnostics: inout DiagnosticList) {
    guard case .mapping(let entries) = document.content else {
      diagnostics.error(
        .notATaskPod, "the pod of a task must be a mapping", at: document.span, hint: Self.advice)
      return nil
    }
    span = document.span
    guard let kind = document["kind"] else {
      guard entries.contains(where: { Self.keys.contains($0.key) }) else {
        let isSpec = document["containers"] != nil
        diagnostics.error(
          .notATaskPod,
          isSpec
            ? "this is the spec of a pod alone"
            : "this is neither flytekit's PodTemplate nor a Pod",
          at: entries.first?.keySpan ?? document.span,
          hint: isSpec ? "put it under 'pod_spec:'" : Self.advice)
        return nil
      }
      guard Self.areKnown(entries, into: &diagnostics) else { return nil }
      isFlytekits = true
      spec = document["pod_spec"].flatMap { Self.isNull($0) ? nil : $0 }
      let kept = entries.filter {
        ($0.key == "labels" || $0.key == "annotations") && !Self.isNull($0.value)
      }
      metadata = kept.isEmpty ? nil : YAMLNode(.mapping(kept), span: document.span)
      primary = document[Self.primaryKey].flatMap { Self.isNull($0) ? nil : $0 }
      if let primary, primary.string?.isEmpty ?? true {
        diagnostics.error(
          .notATaskPod, "'\(Self.primaryKey)' must be the name of a container", at: primary.span,
          hint: "write the name, or remove the key: flytekit's default is '\(Self.flytekits)'")
        return nil
      }
      return
    }
    isFlytekits = false
    let pod: YAMLNode
    switch kind.string {
    case "Pod": pod = document
    case "PodTemplate":
      guard let template = document["template"] else {
        diagnostics.error(
          .notATaskPod, "this PodTemplate has no 'template'", at: kind.span,
          hint: "add 'template: { spec: { containers: [{ name: main, image: … }] } }'")
        return nil
      }
      pod = template
    default:
      diagnostics.error(
        .notATaskPod,
        "this is \(kind.string.map { "a \(quoted: $0)" } ?? "something else"), not a pod",
        at: kind.span, hint: Self.advice)
      return nil
    }
    spec = pod["spec"]
    metadata = pod["metadata"].map(Self.said)
    primary = pod["metadata"]?["annotations"]?[Self.primaryKey]
  }

  private static func isNull(_ node: YAMLNode) -> Bool {
    if case .scalar(let scalar) = node.content { return scalar.value == .null }
    return false
  }

  private static func areKnown(
    _ entries: [YAMLNode.Entry], into diagnostics: inout DiagnosticList
  ) -> Bool {
    var areKnown = true
    for entry in entries where !keys.contains(entry.key) {
      areKnown = false
      diagnostics.error(
        .notATaskPod, "flytekit's PodTemplate has no field \(quoted: entry.key)",
        at: entry.keySpan,
        hint: NearestName.of(entry.key, among: keys).map { "did you mean '\($0)'?" }
          ?? "its fields are: \(keys.joined(separator: ", "))")
    }
    return areKnown
  }

  /// The labels and annotations; the rest of a pod's metadata is the API server's, or the pod's own.
  private static func said(_ metadata: YAMLNode) -> YAMLNode {
    guard case .mapping(let entries) = metadata.content else { return metadata }
    let kept = entries.filter { $0.key == "labels" || $0.key == "annotations" }
    return YAMLNode(.mapping(kept), span: metadata.span)
  }
}
