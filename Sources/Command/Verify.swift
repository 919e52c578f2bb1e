import Files
import Pipeline

/// `verify`: names what drifted, and the command that mends it.
struct Verify {
  let session: Session

  func run() -> ExitStatus {
    guard let plan = session.plan() else { return .failure }
    do throws(FileError) {
      let drift = try plan.drift(in: session.options.output)
      guard !drift.isEmpty else {
        session.streams.output("\(session.options.output): as generated\n")
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
