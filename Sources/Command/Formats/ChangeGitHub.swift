import Changes
import Diagnostics
import Reports
import Values

/// Changes as annotations of GitHub Actions, on the config lines that they come from.
struct ChangeGitHub {
  let report: ChangeReport

  var text: TerminalText {
    Annotation.lines(report.lines.map(annotation), report: "diff", unit: "changes")
  }

  private func annotation(_ line: ChangeLine) -> Annotation {
    let severity: Severity =
      switch line.first.meaning {
      case .loosened: .error
      case .incomparable: .warning
      case .tightened, .neutral: .note
      }
    var text =
      ChangeSummaryText.title(line) + ": " + ChangeText.reach(line.reach, templates: line.templates)
    if let note = ChangeText.note(line.first) { text += "\n" + note }
    if let witness = line.witness { text += "\nseen in: " + ChangeText.witness(witness) }
    let span = line.changes.lazy.compactMap(\.origin?.span).first
    return Annotation(
      severity: severity,
      at: span.map { Annotation.Place(path: $0.file.path, line: $0.line, column: $0.column) },
      title: "diff: \(line.first.meaning.rawValue)", text: text.text)
  }
}
