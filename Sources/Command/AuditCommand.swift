import Audit
import Charts
import CommandLine
import Diagnostics
import Flyte
import Manifests
import Pipeline
import Reports
import TemplateLookup
import Values
import YAMLTree

/// `audit`: what is refused, why, what the person sees, and what fixes it.
struct AuditCommand: CommandAction {
  static let command = Tool.Command(spec, action: AuditCommand.self)

  let session: Session

  /// The options that only a set-up without a config takes.
  private static let ofSetups = [
    "chart", "pod-template", "default-template", "values", "level", "kubernetes", "patches",
    "secret-manager", "pods", "plugins",
  ]

  func run() throws(UsageError) -> ExitStatus {
    var diagnostics = DiagnosticList()
    let report = try self.report(into: &diagnostics)
    session.print(diagnostics)
    guard let report, !diagnostics.hasErrors else { return .failure }
    let format = session.invocation["format"].flatMap(ReportFormat.init(named:)) ?? .text
    session.streams.output(
      format.render(
        report, colors: session.colors(terminal: session.streams.isOutputTerminal)))
    let bar = session.invocation["fail-on"].flatMap(AuditBar.init(named:)) ?? .refused
    return report.fails(on: bar) ? .findings : .success
  }

  private func report(into diagnostics: inout DiagnosticList) throws(UsageError) -> AuditReport? {
    let invocation = session.invocation
    try FileArguments.checkStandardInput(invocation, command: "audit")
    let taskPods = try TaskPodOptions(invocation, command: "audit")
    guard let version = invocation["flyte"] else {
      if let option = Self.ofSetups.first(where: { invocation[$0] != nil }) {
        throw UsageError(
          "'--\(option)' needs '--flyte': it is for a setup without a config", word: "",
          hint: "add the release that runs: '--flyte v1.15.3'", command: "audit")
      }
      guard let tasks = taskPods.read(into: &diagnostics) else { return nil }
      var options = session.options
      options.tasks = tasks
      return Walk(options: options).audit(into: &diagnostics)
    }
    if let option = ["config", "cluster"].first(where: { invocation[$0] != nil }) {
      throw UsageError(
        "'--\(option)' cannot be combined with '--flyte', which is for a setup without a config",
        word: "",
        hint: "remove one of them", command: "audit")
    }
    let options = try SetupOptions(version: version, invocation)
    guard let files = files("pod-template", into: &diagnostics),
      let values = try values(options, into: &diagnostics)
    else { return nil }
    var reading = TemplateReading(options.kubernetes, claim: options.claim)
    let templates = files.isEmpty ? [] : reading.read(files, into: &diagnostics)
    guard let tasks = taskPods.read(into: &diagnostics), !diagnostics.hasErrors else { return nil }
    let setup = FoundSetup(
      release: options.release, chart: options.chart, kubernetes: options.kubernetes,
      claim: options.claim, patches: options.patches, templates: templates,
      defaultTemplate: options.defaultTemplate, secretManagers: options.secretManagers,
      values: values,
      plugins: options.plugins, tasks: tasks)
    let running = running(in: setup, into: &diagnostics)
    guard !diagnostics.hasErrors else { return nil }
    return AuditReport(clusters: [ClusterAudit(setup.subject).run()], running: running)
  }

  /// Compares the pods of `--pods`; nil without them.
  private func running(
    in setup: FoundSetup, into diagnostics: inout DiagnosticList
  ) -> RunningPods? {
    guard session.invocation["pods"] != nil else { return nil }
    guard let files = files("pods", into: &diagnostics) else { return nil }
    var audit = RunningPodAudit(setup)
    return audit.run(files, into: &diagnostics)
  }

  /// Flyte's configuration in the files of `--values`; nil after a fault.
  private func values(
    _ options: SetupOptions, into diagnostics: inout DiagnosticList
  ) throws(UsageError) -> InstalledValues? {
    guard session.invocation["values"] != nil else { return InstalledValues() }
    guard let chart = options.chart else {
      throw UsageError(
        "\(options.release.name) has no chart, so it has no values files", word: "",
        hint: "remove '--values'", command: "audit")
    }
    guard let files = files("values", into: &diagnostics),
      let text = TemplateLibrary(users: nil).file("Helm/\(chart).yaml", into: &diagnostics),
      let template = ChartTemplate.load(chart: chart, file: text, into: &diagnostics)
    else { return nil }
    let trees = files.compactMap { HelmValues.tree(of: $0, into: &diagnostics) }
    guard trees.count == files.count else { return nil }
    return template.read(
      HelmValues(trees), release: options.release, patches: [],
      defaults: options.release.defaults(
        ofChart: chart, from: .published, version: options.release.name),
      into: &diagnostics)
  }

  /// The files that an option names; nil after a fault.
  private func files(
    _ option: String, into diagnostics: inout DiagnosticList
  ) -> [SourceFile]? {
    (session.invocation.options[option] ?? []).reduce([] as [SourceFile]?) { files, path in
      guard let file = FileArguments.file(path, option: option, into: &diagnostics) else {
        return nil
      }
      return files.map { $0 + [file] }
    }
  }
}
