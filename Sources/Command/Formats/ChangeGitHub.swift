import Changes
import Diagnostics
import Reports
import Values

/// Changes as annotations of GitHub Actions, on the config lines that they come from.
struct ChangeGitHub {
  let report: ChangeReport
  /// The words behind the annotations; may be empty.
  let note: String

  var text: TerminalText {
    Annotation.lines(report.lines.map(annotation), report: "diff", unit: "changes")
      + (note.isEmpty ? "" : "\(note)\n")
  }

  private func annotation(_ line: ChangeLine) -> Annotation {
    Annotation(
      severity: line.first.meaning.severity,
      at: line.changes.lazy.compactMap { ReportPlace($0.origin) }.first,
      title: "diff: \(line.first.meaning.rawValue)",
      text: ChangeText.lines(line).joined(separator: "\n"))
  }
}
