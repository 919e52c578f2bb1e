import Changes
import Diagnostics
import Reports

/// Changes and their meanings as a page: a row for each distinct change.
struct ChangeHTML {
  let report: ChangeReport
  /// The words behind the table; may be empty.
  let note: String

  var text: TerminalText {
    let lines = report.lines
    return TablePage(
      title: "diff: \(report.before) → \(report.after)",
      summary: lines.isEmpty ? "no change" : ChangeSummaryText.counts(lines).text,
      columns: ["Meaning", "Change", "Reaches", "Seen in"], rows: lines.map(row),
      notes: report.admissions.map { ChangeSummaryText.line($0).text }
        + (note.isEmpty ? [] : [note]),
      report: ChangeJSON(report: report).value, schema: "docs/changes.schema.json"
    ).text
  }

  private func row(_ line: ChangeLine) -> TablePage.Row {
    let source = ChangeText.source(line).text
    let seen = [ChangeText.note(line.first), line.witness.map(ChangeText.witness)]
    return TablePage.Row(
      kind: line.first.meaning.rawValue,
      severity: line.first.meaning == .tightened ? nil : line.first.meaning.severity,
      cells: [
        [ChangeSummaryText.title(line).text],
        [ChangeText.reach(line.reach, templates: line.templates).text]
          + (source.isEmpty ? [] : [source]),
        seen.compactMap { $0?.text },
      ])
  }
}
