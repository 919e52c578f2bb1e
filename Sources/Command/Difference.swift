import Changes
import CommandLine
import Diagnostics
import Pipeline
import Reports

/// `diff`: shows what generate would change, or what changed between two states of generated files.
struct Difference: CommandAction {
  static let command = Tool.Command(spec, action: Difference.self)

  let session: Session

  func run() throws(UsageError) -> ExitStatus {
    let invocation = session.invocation
    let others = try DiffSides(session)
    let asked = invocation["view"].flatMap(DiffView.init(named:))
    let view = asked ?? standardView(others)
    let bar = invocation["fail-on"].flatMap(ChangeBar.init(named:)) ?? .changed
    guard view != .lines || session.format.hasLines else {
      throw UsageError(
        "'--view lines' has no format '\(session.format.rawValue)'", word: "",
        hint: "remove '--view lines' to see what changed and what it means", command: "diff")
    }
    if let others {
      guard view != .lines else {
        throw UsageError(
          "'--view lines' compares the config with the output folder", word: "",
          hint: "for two commits, use 'git diff'", command: "diff")
      }
      guard let report = others.report() else { return .failure }
      session.print(session.printout(report, view, bar))
      return report.fails(on: bar) ? .findings : .success
    }
    guard let plan = session.plan() else { return .failure }
    return ConfigDifference(session: session, plan: plan, view: view, bar: bar).run()
  }

  /// The view if none is chosen: a summary on a terminal; a program gets a diff for `git apply`.
  private func standardView(_ others: DiffSides?) -> DiffView {
    let isLooked = session.streams.isOutputTerminal && session.format == .text
    return others != nil || isLooked || !session.format.hasLines ? .summary : .lines
  }
}

extension Session {
  /// A report of changes in the format that was asked for.
  /// - Parameters:
  ///   - note: what is behind it: the files that differ.
  ///   - isSame: false if files differ, even if no change is known.
  ///   - advice: what a reader of text can run.
  func printout(
    _ report: ChangeReport, _ view: DiffView, _ bar: ChangeBar, note: String = "",
    isSame: Bool = true, advice: TerminalText = ""
  ) -> Printout {
    let colors = colors(terminal: streams.isOutputTerminal)
    switch format {
    case .json: return Printout(ChangeJSON(report: report).text)
    case .markdown: return Printout(ChangeMarkdown(report: report, note: note).text)
    case .html: return Printout(ChangeHTML(report: report, note: note).text)
    case .sarif: return Printout(ChangeSARIF(report: report).text)
    case .github: return Printout(ChangeGitHub(report: report, note: note).text)
    case .junit: return Printout(ChangeJUnit(report: report, bar: bar, isSame: isSame).text)
    case .text:
      let text =
        view == .fields
        ? ChangeFieldsText(report: report, colors: colors).text
        : ChangeSummaryText(report: report, colors: colors).text
      let end: TerminalText = note.isEmpty ? "" : "\(note)\n"
      return Printout((text.isEmpty && note.isEmpty ? "no change\n" : text) + end + advice)
    }
  }
}
