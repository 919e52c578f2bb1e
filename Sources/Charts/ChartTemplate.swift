public import Deployments
public import Diagnostics
import Flyte
public import Values
import YAMLTree

/// A chart's overlay template: where each setting stands in the chart's values.
public struct ChartTemplate: Sendable {
  /// The chart's name, `flyte-binary`.
  public let chart: String
  private let template: YAMLTemplate

  /// The slots that an overlay template may use.
  public static let slots: TextSet = [
    "settings", "copilot", "inlineSettings", "ray", "webhook", "copilotRepository", "copilotTag",
    "flyteRepository", "flyteTag",
  ]

  /// Reads `Helm/<chart>.yaml`; faults go to `diagnostics`.
  public static func load(
    chart: String, file: SourceFile, into diagnostics: inout DiagnosticList
  ) -> ChartTemplate? {
    YAMLTemplate.load(file, knownSlots: slots, into: &diagnostics).map {
      ChartTemplate(chart: chart, template: $0)
    }
  }

  /// The overlay of a cluster; an empty mapping when there is nothing to say.
  public func overlay(for deployment: Deployment) -> PlainValue {
    KeptLists(
      layout: ChartLayout.of(chart: chart, deployment.release), values: deployment.values.lists
    ).completed(template.fill(ChartValues(deployment: deployment).slots))
  }

  /// The keys that lead to a slot, once for each place.
  func paths(ofSlot name: String) -> [[String]] { template.paths(ofSlot: name) }
}
