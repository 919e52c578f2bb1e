public import Charts
public import Diagnostics
public import YAMLTree

/// The template texts that output is made from, parsed.
public struct OutputTemplates: Sendable {
  /// `PodTemplate/pod-template.yaml`.
  public let podTemplate: YAMLTemplate
  /// The overlay of each chart in use, by chart name.
  public let charts: TextMap<ChartTemplate>

  /// The slots of the PodTemplate.
  static let podTemplateSlots: TextSet = [
    "name", "namespace", "labels", "annotations", "podLabels", "podAnnotations", "spec",
  ]

  /// The places where Flyte and the API server look for what is filled in.
  private static let podTemplatePlaces = [
    (slot: "name", path: ["metadata", "name"]),
    (slot: "namespace", path: ["metadata", "namespace"]),
    (slot: "spec", path: ["template", "spec"]),
  ]

  /// Parses the texts; faults go to `diagnostics`.
  /// - Parameter charts: the chart templates by chart name.
  public static func load(
    podTemplate: SourceFile, charts: TextMap<SourceFile>, into diagnostics: inout DiagnosticList
  ) -> OutputTemplates? {
    let template = YAMLTemplate.load(
      podTemplate, knownSlots: podTemplateSlots, places: podTemplatePlaces, into: &diagnostics)
    var loaded: TextMap<ChartTemplate> = [:]
    for (chart, file) in charts.sorted(by: { $0.key < $1.key }) {
      loaded[chart] = ChartTemplate.load(chart: chart, file: file, into: &diagnostics)
    }
    guard let template, loaded.count == charts.count else { return nil }
    return OutputTemplates(podTemplate: template, charts: loaded)
  }
}
