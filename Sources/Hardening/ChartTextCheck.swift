public import Deployments
public import Diagnostics
import Values

/// Strings that an overlay cannot carry. Helm's `toYaml` gives nothing at all for a value with a
/// character that its YAML library does not read, and Flyte then runs without any of its settings.
public struct ChartTextCheck: Sendable {
  /// The deployment that runs.
  public let deployment: Deployment

  /// Makes a check.
  public init(deployment: Deployment) { self.deployment = deployment }

  /// Looks at every setting; errors go to `diagnostics`.
  public func run(into diagnostics: inout DiagnosticList) {
    guard let chart = deployment.chart else { return }
    for tree in [deployment.settings, deployment.webhook] {
      look(at: tree, chart, into: &diagnostics)
    }
  }

  private func look(
    at tree: OriginTree, _ chart: String, into diagnostics: inout DiagnosticList
  ) {
    switch tree.content {
    case .list(let items): for item in items { look(at: item, chart, into: &diagnostics) }
    case .mapping(let entries):
      for entry in entries { look(at: entry.value, chart, into: &diagnostics) }
    case .string(let text):
      guard let scalar = text.unicodeScalars.first(where: Self.isLost) else { return }
      let hex = String(scalar.value, radix: 16, uppercase: true)
      let name = "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
      diagnostics.error(
        .lostCharacter,
        "the chart \(chart) would lose all settings because of the character \(name) in this value",
        at: tree.origin.span, hint: "remove the character")
    default: break
    }
  }

  /// True for a character that YAML 1.2 does not count as printable, and Helm writes without an
  /// escape. The control characters below U+0020 it writes with one.
  private static func isLost(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x7F, 0x80...0x84, 0x86...0x9F, 0xFFFE, 0xFFFF: true
    default: false
    }
  }
}
