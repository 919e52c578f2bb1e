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
    if let others {
      guard view != .lines else {
        throw UsageError(
          "'--view lines' compares the config with the output folder", word: "",
          hint: "for two commits, use 'git diff'", command: "diff")
      }
      guard let report = others.report() else { return .failure }
      session.print(session.printout(report, view))
      return report.fails(on: bar) ? .findings : .success
    }
    guard let plan = session.plan(mayRefuse: true) else { return .failure }
    return ConfigDifference(session: session, plan: plan, view: view, bar: bar).run()
  }

  /// The view if none is chosen: a summary on a terminal; a program gets a diff for `git apply`.
  private func standardView(_ others: DiffSides?) -> DiffView {
    let isLooked = session.streams.isOutputTerminal && session.format == .text
    return others != nil || isLooked ? .summary : .lines
  }
}

extension Session {
  /// A report of changes in the format that was asked for.
  /// - Parameter end: what the text says behind it.
  func printout(_ report: ChangeReport, _ view: DiffView, end: TerminalText = "") -> Printout {
    let colors = colors(terminal: streams.isOutputTerminal)
    switch format {
    case .json: return Printout(ChangeJSON(report: report).text)
    case .markdown: return Printout(ChangeMarkdown(report: report).text)
    case .github: return Printout(ChangeGitHub(report: report).text)
    case .text:
      let text =
        view == .fields
        ? ChangeFieldsText(report: report, colors: colors).text
        : ChangeSummaryText(report: report, colors: colors).text
      return Printout((text.isEmpty && end.isEmpty ? "no change\n" : text) + end)
    }
  }
}
