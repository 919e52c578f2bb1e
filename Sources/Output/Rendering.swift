import Charts
public import Deployments
import Digests
public import Files
public import Values
import YAMLTree

/// Every file of a cluster, one after the other. Rendering cannot fail: all that can be wrong was
/// found before a plan exists.
public struct Rendering: Sendable {
  /// The cluster that is rendered.
  public let cluster: PlannedCluster
  /// The templates that it is rendered from.
  public let templates: OutputTemplates

  /// Makes a rendering.
  public init(cluster: PlannedCluster, templates: OutputTemplates) {
    self.cluster = cluster
    self.templates = templates
  }

  /// The folder of a cluster's Helm overlay.
  public static let helm = "helm"
  /// The folder of a cluster's patches.
  public static let patches = "patches"
  /// The folder of a cluster's admission policies.
  public static let admission = "admission"
  /// The folder of a cluster's PodTemplates, each called by its namespace.
  public static let podTemplates = "pod-templates"
  /// The file in it that names the others.
  public static let kustomization = "kustomization.yaml"

  /// Gives each file's place below the cluster's folder, and its bytes, always in the same order:
  /// by folder, namespaces in byte order of their names, SHA256SUMS last. Bodies are made when they
  /// are asked for, so memory does not grow with the number of namespaces.
  public func forEachFile<Failure: Error>(
    _ body: (FilePlace, [UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var sums: [UInt8] = []
    func give(_ place: FilePlace, _ bytes: [UInt8]) throws(Failure) {
      sums += SHA256.hex(of: bytes).utf8
      sums += "  \(place.path)\n".utf8
      try body(place, bytes)
    }
    for file in AdmissionFiles(cluster.deployment.policies).files {
      try give(FilePlace(Self.admission, file.name), file.bytes)
    }
    if let overlay {
      try give(FilePlace(Self.helm, "\(overlay.chart)-values.yaml"), overlay.bytes)
    }
    for patch in cluster.files { try give(FilePlace(Self.patches, patch.fileName), patch.bytes) }
    if !cluster.files.isEmpty { try give(FilePlace(Self.patches, "series"), series) }
    let bodies = cluster.deployment.templateSets.reduce(into: [PodTemplateBody]()) { made, set in
      made.append(
        set.like.map { made[$0] } ?? PodTemplateBody(set, template: templates.podTemplate))
    }
    try give(FilePlace(Self.podTemplates, Self.kustomization), kustomization)
    for namespace in cluster.deployment.namespaces {
      let bytes = bodies[namespace.templateSet].bytes(namespace: namespace.name)
      try give(FilePlace(Self.podTemplates, namespace.name + ".yaml"), bytes)
    }
    try give(
      FilePlace("", "setup.yaml"), SetupFile(cluster: cluster, sums: SHA256.hex(of: sums)).bytes)
    try body(FilePlace("", "SHA256SUMS"), sums)
  }

  /// The facts about a cluster in `setup.yaml`, without the list of its files.
  public static func facts(of cluster: PlannedCluster) -> PlainValue {
    SetupFile(cluster: cluster, sums: "").tree
  }

  private var overlay: (chart: String, bytes: [UInt8])? {
    guard let chart = cluster.deployment.chart, let template = templates.charts[chart] else {
      return nil
    }
    let text =
      GeneratedHeader.text + "---\n" + YAMLWriter.text(template.overlay(for: cluster.deployment))
    return (chart, Array(text.utf8))
  }

  private var series: [UInt8] {
    Array(cluster.files.map { $0.fileName + "\n" }.joined().utf8)
  }

  private var kustomization: [UInt8] {
    let names = cluster.deployment.namespaces.map { PlainValue.string($0.name + ".yaml") }
    let tree = PlainValue.mapping([
      .init("apiVersion", .string("kustomize.config.k8s.io/v1beta1")),
      .init("kind", .string("Kustomization")),
      .init("resources", .list(names)),
    ])
    return Array((GeneratedHeader.text + "---\n" + YAMLWriter.text(tree)).utf8)
  }
}
