import Deployments
import Diagnostics
import Flyte
import Model
import Values

/// Checks that co-pilot's uploader ends as it should: on this Kubernetes, and with this image.
///
/// Up to v1.15.3 it is a container beside the task's own, and looks at the processes that the two
/// share. From v1.16.0 (flyte#6501) it is an init container that is always restarted, and waits for
/// the kubelet to end it.
struct UploaderCheck {
  let cluster: Cluster
  let behaviors: Behaviors

  func run(into diagnostics: inout DiagnosticList) {
    checkKubernetes(into: &diagnostics)
    checkImage(into: &diagnostics)
  }

  private var isNative: Bool { behaviors.uploader == .initContainer }

  /// Init containers that go on running are kept by default from Kubernetes 1.29 on.
  private func checkKubernetes(into diagnostics: inout DiagnosticList) {
    let minor = cluster.kubernetes.minor
    guard isNative, minor < 29 else { return }
    let reason =
      minor < 28
      ? "Kubernetes 1.\(minor) has no init containers that keep running"
      : "Kubernetes 1.\(minor) has init containers that keep running only behind the feature gate 'SidecarContainers'"
    let stay = cluster.flyte.release.line == .v1 ? ", or stay with Flyte v1.15.3" : ""
    diagnostics.warning(
      .uploaderBlocks,
      "tasks whose outputs co-pilot uploads never start: from v1.16.0 the uploader is an init container, and \(reason)",
      at: cluster.kubernetes.origin.span, hint: "move to Kubernetes 1.29 or later\(stay)")
  }

  private func checkImage(into diagnostics: inout DiagnosticList) {
    guard let image = cluster.copilot.first(where: { $0.key == "image" })?.value,
      let isOther = image.string.flatMap(Self.isNative), isOther != isNative
    else { return }
    let version = cluster.flyte.version.value
    diagnostics.warning(
      .copilotImageUnfit,
      isOther
        ? "co-pilot of v1.16.0 or later does not work with Flyte \(version): its uploader waits for a signal that a regular container never gets, so tasks with outputs hang"
        : "co-pilot before v1.16.0 does not work with Flyte \(version): its uploader looks for processes that it cannot see, so it uploads before the task has written its outputs",
      at: image.origin.span,
      hint:
        "use the co-pilot image of \(cluster.flyte.release.name), or remove 'image' to use the chart's own"
    )
  }

  /// True if an image's uploader waits to be ended; nil where its tag is no release's.
  static func isNative(_ image: String) -> Bool? {
    let reference = ImageReference(image)
    guard !reference.hasDigest, let tag = reference.tag else { return nil }
    // v1.15.1 is tagged without the 'v'.
    let name = tag.hasPrefix("v") ? tag : "v" + tag
    if let release = Release.named(name) { return release.behaviors.uploader == .initContainer }
    let parts = name.dropFirst().split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { part in
      part.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(part) : nil
    }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    return !numbers.lexicographicallyPrecedes([1, 16, 0])
  }
}
