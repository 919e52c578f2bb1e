import Compare
import Diagnostics
import Files
import Pipeline

/// `verify`: names what drifted, and the command that mends it.
struct Verify {
  let session: Session

  func run() -> ExitStatus {
    guard let plan = session.plan() else { return .failure }
    do throws(FileError) {
      let report = try plan.verify(session.options.output)
      let drift = report.drift
      for beside in report.uncertain {
        session.streams.error("not checked: \(beside.path) (\(beside.kind.rawValue))\n")
      }
      guard !drift.isEmpty else {
        session.streams.output("\(session.options.output): up to date\n")
        return .success
      }
      session.streams.output(DriftTable(drift: drift, session: session).text)
      return .findings
    } catch {
      session.print(error, writing: false)
      return .failure
    }
  }
}
