import CommandLine
import Diagnostics
import Flyte
import GoPatch
import Patching
import Pipeline

/// `patches`: how every patch stands to sources.
struct Patches {
  let session: Session

  func run() throws(UsageError) -> ExitStatus {
    let patch = session.invocation["patch"]
    let subject = try self.subject()
    if patch != nil, subject == nil, isJSON {
      throw UsageError(
        "'--format json' applies to the table only: with '--patch' it needs SOURCE", word: "",
        known: [],
        command: "patches")
    }
    var diagnostics = DiagnosticList()
    if let patch {
      guard try showPage(of: patch, into: &diagnostics) else { return end(diagnostics) }
      if subject == nil {
        session.print(diagnostics)
        return .success
      }
    }
    let found =
      if let subject {
        PatchSurvey(of: subject, templatesFolder: session.invocation["templates"])
          .table(into: &diagnostics)
      } else {
        PatchTable.ofConfig(session.options, into: &diagnostics)
      }
    guard var table = found else { return end(diagnostics) }
    session.print(diagnostics)
    if let patch {
      guard let only = table.only(patch) else { return .failure }
      table = only
    }
    let text =
      isJSON
      ? TerminalText(escaped: PatchTableJSON(table: table).text)
      : PatchTableText(
        table: table, colors: session.colors(terminal: session.streams.isOutputTerminal)
      ).text
    session.streams.output(text)
    return table.faults.isEmpty ? .success : .findings
  }

  private var isJSON: Bool { session.invocation["format"] == "json" }

  private func end(_ diagnostics: DiagnosticList) -> ExitStatus {
    session.print(diagnostics)
    return .failure
  }

  /// Prints what a patch is; false after a fault in the rules.
  private func showPage(
    of name: String, into diagnostics: inout DiagnosticList
  ) throws(UsageError) -> Bool {
    let rules = PatchSurvey.patches(
      templatesFolder: session.invocation["templates"], into: &diagnostics)
    guard let rules else { return false }
    guard let rule = rules.first(where: { $0.name == name }) else {
      throw UsageError(
        "there is no patch '\(name)'", word: name, known: rules.map(\.name),
        hint: "known patches: \(rules.map(\.name).joined(separator: ", "))", command: "patches")
    }
    if !isJSON { session.streams.output(PatchPage(rule: rule).text) }
    return true
  }

  /// What to look at; nil: the clusters of the config, or with `--patch` nothing.
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
