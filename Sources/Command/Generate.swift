import CommandLine
import Diagnostics
import Files
import Pipeline

/// `generate`: writes what differs.
struct Generate: CommandAction {
  static let command = Tool.Command(
    CommandSpec(
      name: "generate",
      summary:
        "Write PodTemplates, Helm overlays and Go patches for every cluster of the config.",
      discussion: """
        A file is written only if its contents differ. A file that is no longer generated is removed,
        unless it was edited: then it is reported and left alone. If a run is interrupted, the next
        run finishes the work.
        """,
      options: Tool.common), action: Generate.self)

  let session: Session

  func run() -> ExitStatus {
    guard let plan = session.plan() else { return .failure }
    do throws(WriteFault) {
      let report = GenerateReport(
        try plan.write(to: session.options.output), plan, session)
      session.print(GenerateText(report: report).printout)
      return .success
    } catch {
      switch error {
      case .file(let error): session.print(error, writing: true)
      case .inTheWay(let drift):
        let report = DriftReport(drift, session: session)
        let text: TerminalText = "nothing was written:\n" + DriftText(report: report).table
        session.print(Printout(error: text))
      }
      return .failure
    }
  }
}
