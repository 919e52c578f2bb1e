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
    let span = line.changes.lazy.compactMap(\.origin?.span).first
    return Annotation(
      severity: line.first.meaning.severity,
      at: span.map { Annotation.Place(path: $0.file.path, line: $0.line, column: $0.column) },
      title: "diff: \(line.first.meaning.rawValue)",
      text: ChangeText.lines(line).joined(separator: "\n"))
  }
}
