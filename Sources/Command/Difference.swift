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
    if session.format != .text, others != nil || asked.map({ $0 != .lines }) ?? false {
      throw UsageError(
        "'--format \(session.format.rawValue)' takes '--view lines' alone, without '--against' or '--between'",
        word: "", hint: "remove '--format'", command: "diff")
    }
    let view = asked ?? standardView(others)
    let bar = invocation["fail-on"].flatMap(ChangeBar.init(named:)) ?? .changed
    if let others {
      guard view != .lines else {
        throw UsageError(
          "'--view lines' compares the config with the output folder", word: "",
          hint: "for two commits, use 'git diff'", command: "diff")
      }
      guard let report = others.report() else { return .failure }
      show(report, view)
      return report.fails(on: bar) ? .findings : .success
    }
    guard let plan = session.plan() else { return .failure }
    return ConfigDifference(session: session, plan: plan, view: view, bar: bar).run()
  }

  /// Where somebody looks, a summary; a program gets what `git apply` takes.
  private func standardView(_ others: DiffSides?) -> DiffView {
    guard session.format == .text else { return .lines }
    return others != nil || session.streams.isOutputTerminal ? .summary : .lines
  }

  private func show(_ report: ChangeReport, _ view: DiffView) {
    session.show(report, view)
    if report.changes.isEmpty { session.streams.output("no change\n") }
  }
}

extension Session {
  /// Prints a report.
  func show(_ report: ChangeReport, _ view: DiffView) {
    let colors = colors(terminal: streams.isOutputTerminal)
    switch view {
    case .summary: streams.output(ChangeSummaryText(report: report, colors: colors).text)
    case .fields: streams.output(ChangeFieldsText(report: report, colors: colors).text)
    case .lines: break
    }
  }
}
