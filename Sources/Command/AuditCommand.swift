import Audit
import Charts
import CommandLine
import Diagnostics
import Flyte
import Glibc
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
    let format = session.invocation["format"].flatMap(ReportFormat.init(named:)) ?? .text
    if session.invocation["images"] != nil {
      return try listImages(format, into: &diagnostics)
    }
    let report = try self.report(into: &diagnostics)
    session.print(diagnostics)
    guard let report, !diagnostics.hasErrors else { return .failure }
    session.streams.output(
      format.render(
        report, colors: session.colors(terminal: session.streams.isOutputTerminal)))
    let bar = session.invocation["fail-on"].flatMap(AuditBar.init(named:)) ?? .refused
    return report.fails(on: bar) ? .findings : .success
  }

  /// Lists the images; nobody is judged.
  private func listImages(
    _ format: ReportFormat, into diagnostics: inout DiagnosticList
  ) throws(UsageError) -> ExitStatus {
    guard format == .text || format == .json else {
      throw UsageError(
        "'--images' has no format '\(format.rawValue)'", word: format.rawValue,
        hint: "use '--format text' or '--format json'", command: "audit")
    }
    if let option = ["pods", "fail-on", "today"].first(where: { session.invocation[$0] != nil }) {
      throw UsageError(
        "'--images' cannot be combined with '--\(option)': nothing is judged", word: "",
        hint: "remove one of them", command: "audit")
    }
    let lists: [ImageList]?
    switch try source(into: &diagnostics) {
    case .config(let options): lists = Walk(options: options).images(into: &diagnostics)
    case .setup(let setup): lists = [ImageList(setup.subject)]
    case nil: lists = nil
    }
    session.print(diagnostics)
    guard let lists, !diagnostics.hasErrors else { return .failure }
    if format == .json {
      session.streams.output(ImageList.json(lists))
    } else {
      for (index, list) in lists.enumerated() {
        session.streams.output((index == 0 ? "" : "\n") + list.text)
      }
    }
    return .success
  }

  private func report(into diagnostics: inout DiagnosticList) throws(UsageError) -> AuditReport? {
    switch try source(into: &diagnostics) {
    case .config(let options): return Walk(options: options).audit(into: &diagnostics)
    case .setup(let setup):
      let running = running(in: setup, into: &diagnostics)
      guard !diagnostics.hasErrors else { return nil }
      return AuditReport(clusters: [ClusterAudit(setup.subject).run()], running: running)
    case nil: return nil
    }
  }

  /// The things that are audited.
  private enum Source {
    case config(RunOptions)
    case setup(FoundSetup)
  }

  /// The config, or the set-up that the command line tells; nil after a fault.
  private func source(into diagnostics: inout DiagnosticList) throws(UsageError) -> Source? {
    let invocation = session.invocation
    try FileArguments.checkStandardInput(invocation, command: "audit")
    let today = try today()
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
      options.today = today
      return .config(options)
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
    return .setup(
      FoundSetup(
        release: options.release, chart: options.chart, kubernetes: options.kubernetes,
        claim: options.claim, patches: options.patches, templates: templates,
        defaultTemplate: options.defaultTemplate, secretManagers: options.secretManagers,
        values: values, plugins: options.plugins, tasks: tasks))
  }

  /// The day of the audit.
  private func today() throws(UsageError) -> CalendarDay {
    guard let text = session.invocation["today"] else {
      return CalendarDay(secondsSince1970: time(nil))
    }
    guard let day = CalendarDay(text) else {
      throw UsageError(
        "'--today' is not a day: '\(text)'", word: text, hint: "write it as '2027-03-31'",
        command: "audit")
    }
    return day
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
