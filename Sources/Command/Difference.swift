import CommandLine
import Files
import Pipeline
import Reports

/// `diff`: shows what generate would change.
struct Difference: CommandAction {
  static let command = Tool.Command(
    CommandSpec(
      name: "diff",
      summary: "Show what generate would change, as a unified diff. Write nothing.",
      discussion: "The exit status is 1 if anything would change.",
      options: [Tool.format(ReportFormat.allCases.map(\.rawValue))] + Tool.common),
    action: Difference.self)

  let session: Session

  func run() -> ExitStatus {
    guard let plan = session.plan() else { return .failure }
    let format = session.format
    var report = DifferenceReport(
      output: session.options.output, stops: DriftReport([], session: session),
      room: format == .markdown ? GitHubLimits.commentBytes : 0)
    do throws(FileError) {
      let stops = try plan.forEachDifference(in: session.options.output) { difference in
        let file = ChangedFile(difference)
        if format == .text { show(file) }
        report.add(file)
      }
      report.stops = DriftReport(stops, session: session)
    } catch {
      session.print(error, writing: false)
      return .failure
    }
    session.print(format.printout(report))
    return report.isEmpty ? .success : .findings
  }

  /// Prints the lines of a file: with every byte for `git apply`, or for eyes.
  private func show(_ file: ChangedFile) {
    let lines = DifferenceLines(file: file)
    let colors = session.colors(terminal: session.streams.isOutputTerminal)
    if colors || session.streams.isOutputTerminal {
      session.streams.output(lines.shown(colors: colors))
    } else {
      session.streams.output(patch: lines.patch)
    }
  }
}
