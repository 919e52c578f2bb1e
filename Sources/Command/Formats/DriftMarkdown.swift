import Compare
import Diagnostics
import Reports

/// Drift as Markdown: what to do, then the files, of which a long list is cut.
struct DriftMarkdown {
  let report: DriftReport

  var text: TerminalText {
    let title: TerminalText = "## verify: \(Markdown.escaped(report.output))\n\n"
    let uncertain = report.uncertain.map {
      "\n- not checked: \(Markdown.escaped($0.path)) (\($0.kind.rawValue))\n" as TerminalText
    }
    guard !report.isUpToDate else {
      return Markdown.report([title + "**up to date**\n"] + uncertain, unit: "file")
    }
    return Markdown.report(
      [title + "**\(report.summary)**\n\n" + advice + "\n" + Self.head] + rows + uncertain,
      unit: "file")
  }

  /// The fixes for the files.
  var advice: TerminalText {
    report.fixes.map {
      "- \($0.kind.rawValue): \(Markdown.escaped($0.words))\n" as TerminalText
    }.joined()
      + report.commands.map {
        "\n\($0.purpose):\n\n" + Markdown.block(["\($0.line)"], language: "sh")
      }.joined()
  }

  static let head: TerminalText = "| file | kind |\n|---|---|\n"

  var rows: [TerminalText] {
    report.drift.map { "| \(Markdown.escaped($0.path)) | \($0.kind.rawValue) |\n" }
  }
}
