import Audit
import CommandLine
import Diagnostics
import FileFaults
import Files
import Manifests
import Pipeline
import YAMLTree

/// `audit`: what is refused, why, what the person sees, and what fixes it.
struct AuditCommand: CommandAction {
  static let command = Tool.Command(spec, action: AuditCommand.self)

  let session: Session

  /// The options that only a set-up without a config takes.
  private static let ofSetups = [
    "chart", "pod-template", "default-template", "level", "kubernetes", "patches",
  ]

  func run() throws(UsageError) -> ExitStatus {
    var diagnostics = DiagnosticList()
    let report = try self.report(into: &diagnostics)
    session.print(diagnostics)
    guard let report, !diagnostics.hasErrors else { return .failure }
    let format = session.invocation["format"].flatMap(AuditFormat.init(named:)) ?? .text
    session.streams.output(
      format.render(
        report, colors: session.colors(terminal: session.streams.isOutputTerminal)))
    let bar = session.invocation["fail-on"].flatMap(AuditBar.init(named:)) ?? .refused
    return report.fails(on: bar) ? .findings : .success
  }

  private func report(into diagnostics: inout DiagnosticList) throws(UsageError) -> AuditReport? {
    let invocation = session.invocation
    guard let version = invocation["flyte"] else {
      if let option = Self.ofSetups.first(where: { invocation[$0] != nil }) {
        throw UsageError(
          "'--\(option)' needs '--flyte': it is for a setup without a config", word: "",
          hint: "add the release that runs: '--flyte v1.15.3'", command: "audit")
      }
      return Walk(options: session.options).audit(into: &diagnostics)
    }
    if let option = ["config", "cluster"].first(where: { invocation[$0] != nil }) {
      throw UsageError(
        "'--\(option)' cannot be combined with '--flyte', which is for a setup without a config",
        word: "",
        hint: "remove one of them", command: "audit")
    }
    let options = try SetupOptions(version: version, invocation)
    guard let files = files(into: &diagnostics) else { return nil }
    var reading = TemplateReading(options.kubernetes, claim: options.claim)
    let templates = files.isEmpty ? [] : reading.read(files, into: &diagnostics)
    guard !diagnostics.hasErrors else { return nil }
    let setup = FoundSetup(
      release: options.release, chart: options.chart, kubernetes: options.kubernetes,
      claim: options.claim, patches: options.patches, templates: templates,
      defaultTemplate: options.defaultTemplate)
    return AuditReport(clusters: [ClusterAudit(setup.subject).run()])
  }

  /// What `--pod-template` names; nil after a fault.
  private func files(into diagnostics: inout DiagnosticList) -> [SourceFile]? {
    let limit = YAMLLimits.standard.fileBytes
    return (session.invocation.options["pod-template"] ?? []).reduce([] as [SourceFile]?) {
      files, path in
      do throws(FileError) {
        let bytes =
          path == "-"
          ? try FileReading.standardInput(limit: limit)
          : try FileReading.bytes(of: path, limit: limit)
        return files.map { $0 + [SourceFile(path: path == "-" ? "<stdin>" : path, bytes: bytes)] }
      } catch {
        diagnostics.error(
          .unreadable, "cannot read '\(error.path)': \(error.reason)", at: nil,
          hint: "pass another file with '--pod-template', or '-' for standard input")
        return nil
      }
    }
  }
}
