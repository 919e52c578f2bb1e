import Changes
import Diagnostics
import Reports
import Values

/// Changes and their meanings as SARIF: a result for each distinct change, on its config line.
struct ChangeSARIF {
  let report: ChangeReport

  var text: TerminalText {
    SARIFLog(rules: Self.rules, results: report.lines.map(result)).text
  }

  private static let rules = [Meaning.loosened, .incomparable, .tightened, .neutral].map {
    SARIFRule(
      id: id($0), title: "A change that is \($0.rawValue).",
      help: "A change that is \($0.rawValue). docs/meaning.md has the orders that decide it.",
      level: $0.severity.rawValue)
  }

  private static func id(_ meaning: Meaning) -> String { "change/\(meaning.rawValue)" }

  private func result(_ line: ChangeLine) -> SARIFResult {
    let meaning = line.first.meaning
    let places = line.changes.compactMap { ReportPlace($0.origin) }
    return SARIFResult(
      rule: Self.id(meaning), severity: meaning.severity,
      message: ChangeText.lines(line).joined(separator: "\n"),
      places: places.reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
      identity: [Self.id(meaning), line.first.kind.rawValue, line.subject.description]
        + line.reach.map(\.cluster) + [""] + line.templates)
  }
}
