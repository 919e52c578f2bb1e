import Changes
import Compare
import Deployments
import Diagnostics
import Files
import Pipeline

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
        let (count, stops) = try lines()
        guard stops.isEmpty else { return stopped(by: stops) }
        differs = count > 0
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
    session.streams.error(DriftTable(drift: stops, session: session).text)
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

  private func lines() throws(FileError) -> (count: Int, stops: [Drift]) {
    let streams = session.streams
    let colors = session.colors(terminal: streams.isOutputTerminal)
    var count = 0
    let stops = try plan.forEachDifference(in: session.options.output) { difference in
      count += 1
      let text = DifferenceText(difference: difference)
      if colors || streams.isOutputTerminal {
        streams.output(text.shown(colors: colors))
      } else {
        streams.output(patch: text.patch)
      }
    }
    return (count, stops)
  }
}
