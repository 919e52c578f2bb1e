import Diagnostics
import Testing
import TextDiff

@testable import GoPatch

/// A rule and a tree to try it on.
struct Workbench {
  static let path = "app/main.go"

  let set: PatchSet
  let templates: TextMap<[UInt8]>

  /// The lines behind the head of a rule; the head says `files main = app/main.go`.
  init(_ body: String, templates: TextMap<String> = [:]) throws {
    let head = "patch probe\ntitle a probe\npage why\nfiles main = app/main.go\n"
    try self.init(rules: [head + body], templates: templates)
  }

  init(rules: [String], templates: TextMap<String> = [:]) throws {
    var faults = DiagnosticList()
    let rules = rules.enumerated().compactMap {
      PatchRule.parse(SourceFile(path: "\($0).goedit", text: $1), into: &faults)
    }
    set = PatchSet(rules: rules, into: &faults)
    self.templates = templates.mapValues { Array($0.utf8) }
    try #require(faults.diagnostics.map { "\($0.span?.description ?? ""): \($0.message)" } == [])
  }

  /// Returns the state of the first patch for one file, and the file after it.
  func run(_ source: String) -> (report: PatchReport, output: String?) {
    run([Self.path: source])
  }

  func run(_ sources: TextMap<String>) -> (report: PatchReport, output: String?) {
    let tree = SourceTree(files: sources.mapValues { Array($0.utf8) })
    let report = Survey.run(set, tree: tree)[0]
    let patches = try? Composition.compose(
      patches: [report.name], set, tree: tree, goTemplates: templates)
    let change = patches?.first?.changes.first { $0.path == Self.path }
    return (report, change?.new.map { String(decoding: $0, as: UTF8.self) })
  }
}
