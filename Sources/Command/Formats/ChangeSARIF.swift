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
    let places = line.changes.compactMap(\.origin?.span).map {
      SARIFPlace(path: $0.file.path, line: $0.line, column: $0.column)
    }
    return SARIFResult(
      rule: Self.id(meaning), severity: meaning.severity,
      message: ChangeText.lines(line).joined(separator: "\n"),
      places: places.isEmpty ? [] : distinct(places),
      identity: [Self.id(meaning), line.first.kind.rawValue, line.subject.description]
        + line.reach.map(\.cluster) + [""] + line.templates)
  }

  private func distinct(_ places: [SARIFPlace]) -> [SARIFPlace] {
    places.reduce(into: []) { known, place in
      if !known.contains(place) { known.append(place) }
    }
  }
}

extension Meaning {
  /// The severity in reports of other programs.
  var severity: Severity {
    switch self {
    case .loosened: .error
    case .incomparable: .warning
    case .tightened, .neutral: .note
    }
  }
}

extension ChangeText {
  /// The words about a distinct change: its title and reach, its note, where it shows.
  static func lines(_ line: ChangeLine) -> [String] {
    let title =
      ChangeSummaryText.title(line) + ": " + reach(line.reach, templates: line.templates)
    return [
      title.text, note(line.first)?.text, line.witness.map { ("seen in: " + witness($0)).text },
    ].compactMap { $0 }
  }
}
