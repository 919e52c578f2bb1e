import CommandLine
import Files
import Pipeline
import Reports

/// `verify`: names what differs from what the config produces, and the command that fixes it.
struct Verify: CommandAction {
  static let command = Tool.Command(
    CommandSpec(
      name: "verify",
      summary:
        "List the generated files that differ from what the config produces. Write nothing.",
      discussion: "The exit status is 1 if a file is changed, missing, stale, edited or foreign.",
      options: [Tool.format(ReportFormat.allCases.map(\.rawValue))] + Tool.common),
    action: Verify.self)

  let session: Session

  func run() -> ExitStatus {
    guard let plan = session.plan() else { return .failure }
    do throws(FileError) {
      let found = try plan.verify(session.options.output)
      let report = DriftReport(found.drift, uncertain: found.uncertain, session: session)
      session.print(session.format.printout(report))
      return report.isUpToDate ? .success : .findings
    } catch {
      session.print(error, writing: false)
      return .failure
    }
  }
}
