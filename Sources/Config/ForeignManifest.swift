import Diagnostics
import YAMLTree

/// A manifest that lies among the files of a config: one of Kubernetes', or one that the tool wrote.
struct ForeignManifest {
  private let kind: String
  private let kindSpan: Span
  private let document: YAMLNode
  /// True if the tool wrote it.
  private let isOwn: Bool

  /// Nil where a document is no manifest: one says what kind it is, and a config does not.
  init?(_ document: YAMLNode) {
    guard let kind = document["kind"], let name = kind.string, let version = document["apiVersion"]
    else { return nil }
    isOwn = version.string == ConfigLanguage.version
    guard !isOwn || name == Self.ownKind else { return nil }
    self.kind = name
    kindSpan = kind.span
    self.document = document
  }

  /// The kind that `setup.yaml` has.
  private static let ownKind = "ClusterSetup"

  func report(into diagnostics: inout DiagnosticList) {
    diagnostics.error(
      .manifest,
      isOwn
        ? "this is a file that 'generate' wrote, not a config"
        : "this is a Kubernetes manifest of the kind \(quoted: kind), not a config",
      at: kindSpan, hint: hint)
  }

  private var hint: String {
    let move = "move it out of the config folder"
    guard !isOwn else { return move }
    let path: [String]
    switch kind {
    case "Pod": path = ["spec"]
    case "PodTemplate": path = ["template", "spec"]
    case "Deployment", "Job", "ReplicaSet", "StatefulSet", "DaemonSet":
      path = ["spec", "template", "spec"]
    default: return move
    }
    let spec = path.reduce(document as YAMLNode?) { $0?[$1] }
    let places = spec.map(places) ?? []
    guard !places.isEmpty else { return move + "; its settings go into a profile" }
    return "\(move), and put its settings into a profile: " + places.joined(separator: ", ")
  }

  /// The places for the parts of a pod's spec.
  private func places(_ spec: YAMLNode) -> [String] {
    let lists = ["containers", "initContainers"]
    var places: [String] = []
    if spec.entries.contains(where: { !lists.contains($0.key) }) {
      places.append("the pod's fields go into 'pod'")
    }
    for list in lists {
      for container in spec[list]?.items ?? [] {
        guard let name = container["name"]?.string else { continue }
        let section = Self.sections[name] ?? list
        places.append("those of \(quoted: name) go into '\(section)'")
      }
    }
    return places
  }

  /// The config's section for each of the names that Flyte gives a meaning.
  private static let sections = [
    "default": "containers", "primary": "primary", "default-init": "initContainers",
    "primary-init": "initContainers",
  ]
}
