import Changes
import Compare
import Deployments
import Diagnostics
import Files
import Pipeline
import Reports

/// What generate would change.
struct ConfigDifference {
  let session: Session
  let plan: Plan
  let view: DiffView
  let bar: ChangeBar

  func run() -> ExitStatus {
    do throws(FileError) {
      let differs: Bool
      switch view {
      case .lines:
        let found = try lines()
        session.print(session.format.printout(found))
        guard found.stops.isUpToDate else { return .findings }
        differs = !found.files.isEmpty
        // Lines tell nothing of meaning; that needs both sides.
        guard bar == .loosened, differs else { break }
        guard let report = report() else { return .failure }
        return report.fails(on: bar) ? .findings : .success
      case .summary, .fields:
        let drift = try plan.verify(session.options.output).drift.filter(Self.isShown)
        let stops = drift.filter(\.stops)
        guard stops.isEmpty else { return stopped(by: stops) }
        guard !drift.isEmpty else {
          session.streams.output("\(session.options.output): up to date\n")
          return .success
        }
        guard let report = report() else { return .failure }
        session.show(report, view)
        end(report, drift)
        differs = true
        if bar == .loosened { return report.fails(on: bar) ? .findings : .success }
      }
      return differs && bar != .never ? .findings : .success
    } catch {
      session.print(error, writing: false)
      return .failure
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

  /// Whether generate would do anything about it.
  private static func isShown(_ drift: Drift) -> Bool {
    ![.foreign, .outdated, .editedStale, .uncertain].contains(drift.kind)
  }

  private func stopped(by stops: [Drift]) -> ExitStatus {
    session.streams.error(DriftText(report: DriftReport(stops, session: session)).table)
    return .findings
  }

  /// The counts of files, and what to run.
  private func end(_ report: ChangeReport, _ drift: [Drift]) {
    var text: TerminalText = "\(drift.count.counted("file")) in \(session.options.output) differ"
    text += drift.count == 1 ? "s" : ""
    if report.changes.isEmpty {
      text += " only in form: comments, spacing, line ends or the order of keys"
    }
    text += "\nto see every line:\n  \(session.command("diff")) --view lines\n"
    text += "to write them:\n  \(session.command("generate"))\n"
    session.streams.output(text)
  }

  /// Prints the lines of each file as it is found, if they are what was asked for.
  private func lines() throws(FileError) -> DifferenceReport {
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
    return report
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
