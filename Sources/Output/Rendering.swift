import Charts
import Digests
public import Files
public import Setup
import YAMLTree

/// Every file of a cluster, one after the other. Rendering cannot fail: all that can be wrong was
/// found before a setup exists.
public struct Rendering: Sendable {
  /// What is rendered.
  public let setup: ClusterSetup
  /// What it is rendered from.
  public let templates: OutputTemplates

  /// Makes a rendering.
  public init(setup: ClusterSetup, templates: OutputTemplates) {
    self.setup = setup
    self.templates = templates
  }

  /// The folder of a cluster's Helm overlay.
  public static let helm = "helm"
  /// The folder of a cluster's patches.
  public static let patches = "patches"
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
    if let overlay {
      try give(FilePlace(Self.helm, "\(overlay.chart)-values.yaml"), overlay.bytes)
    }
    for patch in setup.patches { try give(FilePlace(Self.patches, patch.fileName), patch.bytes) }
    if !setup.patches.isEmpty { try give(FilePlace(Self.patches, "series"), series) }
    let bodies = setup.templateSets.map { PodTemplateBody($0, template: templates.podTemplate) }
    try give(FilePlace(Self.podTemplates, Self.kustomization), kustomization)
    for namespace in setup.namespaces {
      let bytes = bodies[namespace.templateSet].bytes(namespace: namespace.name)
      try give(FilePlace(Self.podTemplates, namespace.name + ".yaml"), bytes)
    }
    try give(FilePlace("", "setup.yaml"), SetupFile(setup: setup, sums: SHA256.hex(of: sums)).bytes)
    try body(FilePlace("", "SHA256SUMS"), sums)
  }

  private var overlay: (chart: String, bytes: [UInt8])? {
    guard let chart = setup.chart, let template = templates.charts[chart] else { return nil }
    let text = GeneratedHeader.text + "---\n" + YAMLWriter.text(template.overlay(for: setup))
    return (chart, Array(text.utf8))
  }

  private var series: [UInt8] {
    Array(setup.patches.map { $0.fileName + "\n" }.joined().utf8)
  }

  private var kustomization: [UInt8] {
    let names = setup.namespaces.map { YAMLValue.string($0.name + ".yaml") }
    let tree = YAMLValue.mapping([
      .init("apiVersion", .string("kustomize.config.k8s.io/v1beta1")),
      .init("kind", .string("Kustomization")),
      .init("resources", .list(names)),
    ])
    return Array((GeneratedHeader.text + "---\n" + YAMLWriter.text(tree)).utf8)
  }
}
