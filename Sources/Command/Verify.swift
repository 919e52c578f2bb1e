import CommandLine
import Compare
import Diagnostics
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
      discussion: """
        The exit status is 1 if a file is changed, missing, stale, edited or foreign. With '--tracked' it
        is also 1 if git does not track a generated file, so that a commit would lack it.
        """,
      options: [
        OptionSpec(
          name: "only", value: .path, isRepeated: true,
          summary: "report only this file, or the files of this folder"),
        OptionSpec(
          name: "tracked", value: .none,
          summary: "also report generated files that git does not track, or ignores"),
        Tool.format(ReportFormat.allCases.map(\.rawValue)),
      ] + Tool.common),
    action: Verify.self)

  let session: Session

  func run() throws(UsageError) -> ExitStatus {
    guard let plan = session.plan() else { return .failure }
    let output = session.options.output
    var diagnostics = DiagnosticList()
    let found: VerifyReport
    do throws(FileError) {
      found = try plan.verify(output)
    } catch {
      session.print(error, writing: false)
      return .failure
    }
    let untracked =
      session.invocation["tracked"] == nil ? [] : plan.untracked(in: output, into: &diagnostics)
    session.print(diagnostics)
    guard let untracked else { return .failure }
    let drift = found.drift + Self.other(untracked, than: found.drift)
    let only = try paths(plan, drift + found.uncertain)
    let report = DriftReport(
      drift.filter { Self.isAsked($0, only) },
      uncertain: found.uncertain.filter { Self.isAsked($0, only) }, session: session)
    session.print(session.format.printout(report))
    return report.isUpToDate ? .success : .findings
  }

  /// The paths to report; none: all of them.
  private func paths(_ plan: Plan, _ drift: [Drift]) throws(UsageError) -> [String] {
    let output = session.options.output
    return try (session.invocation.options["only"] ?? []).map { word throws(UsageError) in
      let path = FilePath.normal(word)
      let isKnown =
        path == FilePath.normal(output) || plan.generates(path, in: output)
        || drift.contains { Self.isAsked($0, [path]) }
      // Nothing would ever be reported, which would read as a pass.
      guard isKnown else {
        throw UsageError(
          "'--only \(word)' names nothing that is generated in '\(output)'", word: word,
          hint: "name a generated file or its folder, as 'verify' prints it", command: "verify")
      }
      return path
    }
  }

  private static func isAsked(_ drift: Drift, _ only: [String]) -> Bool {
    only.isEmpty || only.contains { FilePath.isIn($0, FilePath.normal(drift.path)) }
  }

  /// The files that git does not track and that nothing else is said about.
  private static func other(_ untracked: [Drift], than drift: [Drift]) -> [Drift] {
    let known = TextSet(drift.map(\.path))
    return untracked.filter { !known.contains($0.path) }
  }
}
