import Diagnostics
import Reports

/// The files that would change, as Markdown: a line and a block for each file, as many as there is
/// room for.
struct DifferenceMarkdown {
  let report: DifferenceReport

  var text: TerminalText {
    let start: TerminalText =
      "## diff: \(Markdown.escaped(report.output))\n\n**\(report.summary)**\n"
    if !report.stops.isUpToDate {
      let stops = DriftMarkdown(report: report.stops)
      return Markdown.report(
        [start + "\n" + stops.advice + "\n" + DriftMarkdown.head] + stops.rows, unit: "file")
    }
    return Markdown.report([start] + report.files.map(file), unit: "file")
  }

  private func file(_ file: DifferenceReport.File) -> TerminalText {
    let head: TerminalText = "\n`\(file.amount)` \(Markdown.escaped(file.path)) \(file.title)\n"
    guard let lines = file.lines, !lines.isEmpty else { return head }
    let block = Markdown.block(lines, language: "diff")
    // A file that does not fit by itself is named without its lines.
    return block.text.utf8.count > GitHubLimits.commentBytes / 2 ? head : head + "\n" + block
  }
}
