import CommandLine
import Diagnostics
import Flyte
import GoPatch
import Patching
import Pipeline

/// `patches`: how every patch stands to sources.
struct Patches: CommandAction {
  static let command = Tool.Command(
    CommandSpec(
      name: "patches",
      summary: "Show which patches the Flyte sources need, and which can be made.",
      discussion: """
        Without SOURCE, the sources of the config's clusters are inspected. Nothing is fetched, and no
        work tree is touched. The exit status is 1 if a patch is needed but cannot be made.
        """,
      arguments: [
        ArgumentSpec(
          name: "SOURCE", summary: "a folder with Flyte's sources, or a local git repository",
          isOptional: true)
      ],
      options: [
        OptionSpec(
          name: "tags", value: .text("FIRST..LAST"), isRepeated: true,
          summary: "inspect these releases of the repository; '..' means all of them"),
        OptionSpec(
          name: "ref", value: .text("REF"), isRepeated: true,
          summary: "inspect this tag, branch or commit of the repository"),
        OptionSpec(
          name: "patch", value: .text("NAME"),
          summary: "show only this patch; without SOURCE, only its description"),
        OptionSpec(
          name: "format", value: .choice(["text", "json"]), defaultValue: "text",
          summary: "the format of the table"),
        Tool.templates(
          "a folder with your own templates, looked up first; a config sets its own"),
        Tool.config, Tool.cluster, Tool.color,
      ]), action: Patches.self)

  let session: Session

  func run() throws(UsageError) -> ExitStatus {
    var diagnostics = DiagnosticList()
    let subject = try self.subject()
    let name = session.invocation["patch"]
    if name != nil, subject == nil, isJSON {
      throw UsageError(
        "'--format json' applies to the table only: with '--patch' it needs SOURCE", word: "",
        known: [],
        command: "patches")
    }
    var report = PatchesReport()
    if let name { report.page = try page(of: name, into: &diagnostics) }
    let isPageMissing = name != nil && report.page == nil
    let needsTable = !isPageMissing && (name == nil || subject != nil)
    if needsTable { report.table = table(of: subject, into: &diagnostics) }
    show(report, diagnostics)
    if isPageMissing || (needsTable && report.table == nil) { return .failure }
    return report.hasFaults ? .findings : .success
  }

  private var isJSON: Bool { session.invocation["format"] == "json" }

  private func show(_ report: PatchesReport, _ diagnostics: DiagnosticList) {
    if !isJSON, let page = report.page { session.print(Printout(PatchPage(rule: page).text)) }
    session.print(diagnostics)
    guard let table = report.table else { return }
    session.print(
      Printout(
        isJSON
          ? PatchTableJSON(table: table).text
          : PatchTableText(
            table: table, colors: session.colors(terminal: session.streams.isOutputTerminal)
          ).text))
  }

  /// The state of the patches in the sources; nil after a fault.
  private func table(
    of subject: PatchSurvey.Subject?, into diagnostics: inout DiagnosticList
  ) -> PatchTable? {
    let table =
      if let subject {
        PatchSurvey(of: subject, templatesFolder: session.invocation["templates"])
          .table(into: &diagnostics)
      } else {
        PatchTable.ofConfig(session.options, into: &diagnostics)
      }
    guard let name = session.invocation["patch"] else { return table }
    return table?.only(name)
  }

  /// The patch of a name; nil after a fault in the rules.
  private func page(
    of name: String, into diagnostics: inout DiagnosticList
  ) throws(UsageError) -> PatchRule? {
    let rules = PatchSurvey.patches(
      templatesFolder: session.invocation["templates"], into: &diagnostics)
    guard let rules else { return nil }
    guard let rule = rules.first(where: { $0.name == name }) else {
      throw UsageError(
        "there is no patch '\(name)'", word: name, known: rules.map(\.name),
        hint: "known patches: \(rules.map(\.name).joined(separator: ", "))", command: "patches")
    }
    return rule
  }

  /// The sources; nil: those of the config's clusters, or with `--patch` none.
  private func subject() throws(UsageError) -> PatchSurvey.Subject? {
    let refs = session.invocation.options["ref"] ?? []
    let ranges = session.invocation.options["tags"] ?? []
    guard let path = session.invocation.arguments.first else {
      guard refs.isEmpty, ranges.isEmpty else {
        throw UsageError(
          "'--tags' and '--ref' need a git repository as SOURCE", word: "", known: [],
          command: "patches")
      }
      return nil
    }
    if refs.isEmpty, ranges.isEmpty { return .folder(path) }
    var releases: Set<Release> = []
    for range in ranges { releases.formUnion(try self.releases(range)) }
    return .repository(path, releases: releases.sorted(), refs: refs)
  }

  private func releases(_ range: String) throws(UsageError) -> [Release] {
    do throws(Release.RangeFault) {
      return try Release.range(range)
    } catch {
      switch error {
      case .unknown(let name):
        let nearest = Release.nearest(to: name)
        throw UsageError(
          "there is no release '\(name)'; use '--ref' for other tags", word: name,
          known: (nearest.isEmpty ? Release.all : nearest).map(\.name), command: "patches")
      case .empty:
        throw UsageError(
          "in '\(range)' the first release is later than the last", word: range, known: [],
          command: "patches")
      }
    }
  }
}
