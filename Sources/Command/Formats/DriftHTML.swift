import Compare
import Diagnostics
import Reports
import Values

/// Drift as a page: a row for each file.
struct DriftHTML {
  let report: DriftReport

  var text: TerminalText {
    TablePage(
      title: "verify: \(report.output)", summary: report.summary,
      columns: ["Kind", "File", "Fix"],
      rows: report.drift.map {
        TablePage.Row(
          kind: $0.kind.rawValue, severity: .error, cells: [[$0.path], [report.fix($0.kind)]])
      },
      notes: report.commands.map { "\($0.purpose): \($0.line)" }
        + report.uncertain.map { "not checked: \($0.path) (\($0.kind.rawValue))" },
      report: DriftJSON(report: report).value, schema: "docs/verify.schema.json"
    ).text
  }
}
