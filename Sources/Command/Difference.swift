import Compare
import Files
import Pipeline

/// `diff`: shows what generate would change.
struct Difference {
  let session: Session

  func run() -> ExitStatus {
    guard let plan = session.plan() else { return .failure }
    let colors = session.colors(terminal: session.streams.isOutputTerminal)
    do throws(FileError) {
      var differs = false
      let stops = try plan.forEachDifference(in: session.options.output) { difference in
        differs = true
        session.streams.output(DifferenceText(difference: difference, colors: colors).bytes)
      }
      guard stops.isEmpty else {
        session.streams.error(DriftTable(drift: stops, session: session).text)
        return .findings
      }
      return differs ? .findings : .success
    } catch {
      session.print(error, writing: false)
      return .failure
    }
  }
}
