import Compare
import Diagnostics
import Files
import Reports

/// Drift as SARIF: a result for each file.
struct DriftSARIF {
  let report: DriftReport

  var text: TerminalText {
    let uncertain = report.uncertain.map { "\($0.path): \($0.kind.rawValue)" }
    return SARIFLog(
      rules: Self.rules, results: report.drift.map(result),
      notices: SARIFLog.Notice(
        id: "not-checked", text: "Folders that look generated were not checked.", words: uncertain)
    ).text
  }

  private static let rules = Drift.Kind.allCases.filter { $0 != .uncertain }.map {
    SARIFRule(
      id: id($0), title: "A generated file is not as the config produces it: \($0.rawValue).",
      help: "A generated file is not as the config produces it: \($0.rawValue).", level: "error")
  }

  private static func id(_ kind: Drift.Kind) -> String { "verify/\(kind.key)" }

  private func result(_ drift: Drift) -> SARIFResult {
    SARIFResult(
      rule: Self.id(drift.kind), severity: .error,
      message: "\(drift.kind.rawValue): "
        + report.advice(on: drift).joined(separator: "\n"),
      places: [ReportPlace(path: drift.path, line: 1)],
      // Where the output folder lies does not matter.
      identity: [Self.id(drift.kind), FilePath.relative(drift.path, to: report.output)])
  }
}
