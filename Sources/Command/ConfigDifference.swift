import Changes
import Compare
import Deployments
import Diagnostics
import Files
import Pipeline
import Reports

/// The changes that `generate` would make.
struct ConfigDifference {
  let session: Session
  let plan: Plan
  let view: DiffView
  let bar: ChangeBar

  func run() -> ExitStatus {
    do throws(FileError) {
      return view == .lines ? try lines() : try changes()
    } catch {
      session.print(error, writing: false)
      return .failure
    }
  }

  // MARK: Lines

  private func lines() throws(FileError) -> ExitStatus {
    let format = session.format
    var report = DifferenceReport(
      output: session.options.output, stops: DriftReport([], session: session),
      room: format == .markdown ? GitHubLimits.commentBytes : 0)
    let stops = try plan.forEachDifference(in: session.options.output) { difference in
      let file = ChangedFile(difference)
      if format == .text { show(file) }
      report.add(file)
    }
    report.stops = DriftReport(stops, session: session)
    session.print(format.printout(report))
    guard report.stops.isUpToDate else { return .findings }
    guard !report.isEmpty else { return .success }
    // Lines tell nothing of meaning; that needs both sides.
    guard bar == .loosened else { return bar == .never ? .success : .findings }
    return self.report().map { $0.fails(on: bar) ? .findings : .success } ?? .failure
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

  // MARK: Changes

  private func changes() throws(FileError) -> ExitStatus {
    let drift = try plan.verify(session.options.output).drift.filter(Self.isShown)
    let stops = drift.filter(\.stops)
    guard stops.isEmpty else {
      session.streams.error(DriftText(report: DriftReport(stops, session: session)).table)
      return .findings
    }
    guard let report = report() else { return .failure }
    session.print(
      session.printout(
        report, view, bar, note: note(report, drift), isSame: drift.isEmpty,
        advice: advice(drift)))
    switch bar {
    case .never: return .success
    case .changed: return drift.isEmpty ? .success : .findings
    case .loosened: return report.fails(on: bar) ? .findings : .success
    }
  }

  private func report() -> ChangeReport? {
    var diagnostics = DiagnosticList()
    let output = session.options.output
    let names = plan.isWhole ? [] : plan.clusters.map(\.name)
    let old = SnapshotSide(clusters: names).folder(output, isNeeded: false, into: &diagnostics)
    let new = plan.side(in: output, into: &diagnostics)
    session.print(diagnostics)
    if diagnostics.hasErrors {
      session.streams.error(
        " hint: '\(session.command("diff")) --view lines' shows it line by line\n")
    }
    guard let old, let new, !diagnostics.hasErrors else { return nil }
    return Comparison.report(from: old, to: new)
  }

  /// True if `generate` would do something about it.
  private static func isShown(_ drift: Drift) -> Bool {
    ![.foreign, .outdated, .editedStale, .uncertain].contains(drift.kind)
  }

  /// The count of files.
  private func note(_ report: ChangeReport, _ drift: [Drift]) -> String {
    let output = session.options.output
    guard !drift.isEmpty else { return "\(output): up to date" }
    let text = "\(drift.count.counted("file")) in \(output) differ" + (drift.count == 1 ? "s" : "")
    return report.changes.isEmpty
      ? text + " only in form: comments, spacing, line ends or the order of keys" : text
  }

  /// The commands to run.
  private func advice(_ drift: [Drift]) -> TerminalText {
    drift.isEmpty
      ? ""
      : "to see every line:\n  \(session.command("diff")) --view lines\nto write them:\n  \(session.command("generate"))\n"
  }
}
