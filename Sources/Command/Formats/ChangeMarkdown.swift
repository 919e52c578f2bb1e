import Changes
import Diagnostics
import Reports
import Values

/// Changes and their meanings as Markdown: a row for each distinct change, as many as there is room for.
struct ChangeMarkdown {
  let report: ChangeReport
  /// The words behind the head; may be empty.
  let note: String

  var text: TerminalText {
    let lines = report.lines
    var head: TerminalText =
      "## diff: \(Markdown.escaped(report.before)) → \(Markdown.escaped(report.after))\n\n"
    head += lines.isEmpty ? "**no change**\n" : "**\(ChangeSummaryText.counts(lines))**\n"
    if !note.isEmpty { head += "\n\(Markdown.escaped(note))\n" }
    if !lines.isEmpty {
      head += "\n| meaning | change | reaches | seen in |\n| --- | --- | --- | --- |\n"
    }
    return Markdown.report([head] + lines.map(row), unit: "change")
  }

  private func row(_ line: ChangeLine) -> TerminalText {
    let seen = line.witness.map(ChangeText.witness) ?? ChangeText.note(line.first) ?? ""
    let source = ChangeText.source(line)
    let reach = ChangeText.reach(line.reach, templates: line.templates)
    let place = cell(source.isEmpty ? reach : "\(reach), \(source)")
    let title = cell(ChangeSummaryText.title(line))
    return "| \(line.first.meaning.rawValue) | \(title) | \(place) | \(cell(seen)) |\n"
  }

  private func cell(_ text: TerminalText) -> String { Markdown.escaped(text.text) }
}
