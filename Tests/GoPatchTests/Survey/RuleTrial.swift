import Diagnostics
import GoPatch
import Testing
import TextDiff

/// Rules and sources for tests; the sources are made up.
struct RuleTrial {
  /// `worker.go`, and a rule's head that names it.
  static let head =
    "title a patch\npage why\nfiles work = pkg/worker.go ; tests = pkg/worker_test.go (optional)\n"

  static func set(_ rules: String...) throws -> PatchSet {
    var faults = DiagnosticList()
    let read = rules.enumerated().compactMap { number, text in
      PatchRule.parse(SourceFile(path: "rule\(number).goedit", text: text), into: &faults)
    }
    let set = PatchSet(rules: read, into: &faults)
    #expect(DiagnosticText.render(faults).text == "")
    return set
  }

  /// A rule called `cure` with these lines below its head.
  static func rule(_ lines: String, name: String = "cure") -> String {
    "patch \(name)\n\(head)\(lines)\n"
  }

  static func tree(_ files: TextMap<String>, prefix: String = "") -> SourceTree {
    SourceTree(files: files.mapValues { Array($0.utf8) }, prefix: prefix)
  }

  /// The state of the rule for a `worker.go`.
  static func report(_ lines: String, _ worker: String, tests: String? = nil) throws -> PatchReport
  {
    var files: TextMap<String> = ["pkg/worker.go": worker]
    files["pkg/worker_test.go"] = tests
    return try #require(Survey.run(try set(rule(lines)), tree: tree(files)).first)
  }

  /// Returns `worker.go` after the patch.
  static func patched(_ lines: String, _ worker: String) throws -> String {
    try patched(lines, ["pkg/worker.go": worker], "pkg/worker.go")
  }

  static func patched(
    _ lines: String, _ files: TextMap<String>, _ path: String, templates: TextMap<String> = [:]
  ) throws -> String {
    let patches = try Composition.compose(
      patches: ["cure"], try set(rule(lines)), tree: tree(files),
      goTemplates: templates.mapValues { Array($0.utf8) })
    let change = try #require(patches.first?.changes.first { $0.path == path })
    return String(decoding: try #require(change.new), as: UTF8.self)
  }
}
