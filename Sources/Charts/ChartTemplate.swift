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

  /// Reports the settings that overlays have no slot for: they would be lost. Flyte's own image is not among
  /// them: it can also stand in other values.
  /// - Parameter deployments: those of the chart.
  public func checkSlots(for deployments: [Deployment], into diagnostics: inout DiagnosticList) {
    var told: Set<[ByteText]> = []
    for deployment in deployments {
      for slots in missingSlots(for: ChartValues(deployment: deployment).slots)
      where told.insert(slots.map { ByteText($0) }).inserted {
        let names = slots.map { "'${\($0)}'" }.joined(separator: " or ")
        diagnostics.error(
          .missingSlot,
          "\(names) is missing in the template, so the overlay lacks settings that the pods need",
          at: template.span, hint: "write the slot where the chart takes these settings")
      }
    }
  }

  /// The slots that have a value and no place; of several, each would be enough.
  private func missingSlots(for values: TextMap<PlainValue>) -> [[String]] {
    func lacks(_ names: String...) -> Bool {
      names.allSatisfy { template.paths(ofSlot: $0).isEmpty }
    }
    // A chart can have keys of its own for co-pilot's image; the inline settings then lack it.
    let hasOwnKeys = values["copilotRepository"] != nil
    let copilot = (values["copilot"]?.entries ?? []).filter { !hasOwnKeys || $0.key != "image" }
    var missing: [[String]] = []
    if values["settings"] != nil, lacks("settings", "inlineSettings") {
      missing.append(["settings", "inlineSettings"])
    }
    if !copilot.isEmpty, lacks("copilot", "inlineSettings") {
      missing.append(["copilot", "inlineSettings"])
    }
    if hasOwnKeys, lacks("copilot", "copilotRepository") {
      missing.append(["copilotRepository", "copilot"])
    }
    for name in ["webhook", "ray"] where values[name] != nil && lacks(name) {
      missing.append([name])
    }
    return missing
  }

  /// The keys that lead to a slot, once for each place.
  func paths(ofSlot name: String) -> [[String]] { template.paths(ofSlot: name) }
}
