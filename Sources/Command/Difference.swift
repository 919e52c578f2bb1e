import Compare
import Diagnostics
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
        let text = DifferenceText(difference: difference)
        if colors || session.streams.isOutputTerminal {
          session.streams.output(text.shown(colors: colors))
        } else {
          session.streams.output(patch: text.patch)
        }
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
