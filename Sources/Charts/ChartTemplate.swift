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

  /// Reports the settings that overlays have no slot for: they would be lost. Images are not among them: they
  /// can also stand in other values.
  /// - Parameter deployments: those of the chart.
  public func checkSlots(for deployments: [Deployment], into diagnostics: inout DiagnosticList) {
    let filled = deployments.map { ChartValues(deployment: $0).slots }
    // The inline settings have co-pilot's in them.
    let lists = [
      ["settings", "inlineSettings"], ["copilot", "inlineSettings"], ["webhook"], ["ray"],
    ]
    for slots in lists where slots.allSatisfy({ template.paths(ofSlot: $0).isEmpty }) {
      guard filled.contains(where: { $0[slots[0]] != nil }) else { continue }
      let names = slots.map { "'${\($0)}'" }.joined(separator: " or ")
      diagnostics.error(
        .missingSlot,
        "\(names) is missing in the template, so the overlay lacks settings that the pods need",
        at: template.span,
        hint: "write the slot where the chart takes these settings")
    }
  }

  /// The keys that lead to a slot, once for each place.
  func paths(ofSlot name: String) -> [[String]] { template.paths(ofSlot: name) }
}
