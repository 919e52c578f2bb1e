import Diagnostics
import Foundation
import GoPatch
import Testing

/// The faults of a rule file that is not valid.
@Suite struct RuleFaultTests {
  private func faults(_ text: String) -> [String] {
    var faults = DiagnosticList()
    let rule = PatchRule.parse(SourceFile(path: "cure.goedit", text: text), into: &faults)
    #expect((rule == nil) == faults.hasErrors)
    return faults.sorted.map {
      "\($0.span.map { "\($0.line):\($0.column)" } ?? "") \($0.id.name)"
    }
  }

  private let good = """
    # a remark
    patch   cure  # and another
    title   a patch
    page
        What goes wrong.

          More of it.
    bug     https://example.org/1
    upstream https://example.org/2
    setting a.b  What it does.
    opt-in
    excludes other | third
    files   work = a.go | b.go ; tests = a_test.go (optional)
    applied when work in func run has  b(), c
    and     file new.go beside work
    edit work in func run | walk once
    - a()
    + b()
    new-file new.go beside work from new.go

    """

  @Test func readsAWholeRule() throws {
    #expect(faults(good) == [])
    var list = DiagnosticList()
    let file = SourceFile(path: "cure.goedit", text: good)
    let rule = try #require(PatchRule.parse(file, into: &list))
    #expect(rule.name == "cure")
    #expect(rule.title == "a patch")
    #expect(rule.page == "What goes wrong.\n\n  More of it.")
    #expect(rule.isOptIn)
    #expect(rule.excludes == ["other", "third"])
    #expect(rule.bugs == ["https://example.org/1"])
    #expect(rule.upstreamChanges == ["https://example.org/2"])
    #expect(rule.settings.map(\.path) == ["a.b"])
    #expect(rule.paths == ["a.go", "a_test.go", "b.go", "new.go"])
    #expect(rule.templates == ["new.go"])
  }

  @Test func tellsAllFaultsAtOnceWithTheirPlaces() {
    let text =
      good.replacing("title ", with: "titel ").replacing("edit work", with: "edit wrok")
      .replacing("setting a.b  What it does.", with: "patch b")
    #expect(
      faults(text) == [
        "3:1 goedit/unknown-word", "10:1 goedit/repeated", "16:6 goedit/unknown-file",
      ])
  }

  /// Each has a place, and is told once.
  @Test(arguments: [
    ("- a()\n", "- a(\n", ["16:1 goedit/go"]),
    (
      "applied when work in func run has  b(), c\n", "applied when work in run has b()\n",
      [
        "14:22 goedit/syntax"
      ]
    ),
    ("title   a patch\n", "", ["2:9 goedit/incomplete"]),
    ("page\n", "pge\n", ["4:1 goedit/unknown-word"]),
    ("setting a.b  What it does.", "setting a.b", ["10:12 goedit/syntax"]),
    ("walk once", "walk", ["16:29 goedit/syntax"]),
    ("from new.go", "from ../secret.go", ["19:34 goedit/syntax"]),
    (
      "new-file new", "when work has func run\nwhen work has func walk\nnew-file new",
      [
        "20:1 goedit/repeated"
      ]
    ),
    (
      "beside work from new.go\n", "beside work from new.go\nwhen work has func run\n",
      [
        "20:1 goedit/syntax"
      ]
    ),
    ("has  b(), c", "has-no token $nope", ["14:44 goedit/unbound-name"]),
    ("has  b(), c", "has token b.c", ["14:41 goedit/syntax"]),
    ("files   work = a.go |", "files   work a.go |", ["13:14 goedit/syntax"]),
  ])
  func tellsEachFaultOnceAndWhere(part: String, replacement: String, told: [String]) {
    #expect(good.contains(part))
    #expect(faults(good.replacing(part, with: replacement)) == told)
  }

  @Test func aRuleWithoutAPageIsTold() {
    #expect(
      faults(
        good.replacing("page\n    What", with: "# page\n# What").replacing(
          "\n\n      More of it.", with: "")) == ["2:9 goedit/incomplete"])
  }

  @Test func aBoundNameIsFilledIntoATokenThatIsLookedFor() throws {
    let lines = """
      bind $old = const in work with value "old"
      applied when work in func run has-no token $old
      edit work in func run once
      - a($old)
      """
    let head = "package p\n\nconst name = \"old\"\n\nfunc run() {\n"
    #expect(try RuleTrial.report(lines, head + "\ta(name)\n}\n").state == .applies)
    #expect(try RuleTrial.report(lines, head + "}\n").state == .applied)
  }

  @Test(arguments: [
    ("- a()\n", "- a(\n", "goedit/go"),
    ("- a()\n", "- a(...)\n", "goedit/hunk"),
    ("- a()\n+ b()\n", "  a()\n", "goedit/hunk"),
    ("- a()\n+ b()\n", "  ...\n+ b()\n", "goedit/hunk"),
    ("- a()\n", "  // why\n- a()\n", "goedit/hunk"),
    ("+ b()\n", "+ b($x)\n", "goedit/unbound-name"),
    ("+ b()\n", "+ b(\n", "goedit/go"),
    ("+ b()\n", "+b()\n", "goedit/syntax"),
    ("run | walk once", "run | walk times 0", "goedit/syntax"),
    ("run | walk once", "$f once", "goedit/unbound-name"),
    ("a.go | b.go", "../a.go", "goedit/syntax"),
    ("applied when work", "applied work", "goedit/syntax"),
    ("applied when work in func run has  b(), c\nand     file", "when file", "goedit/incomplete"),
    ("has  b()", "has  'b", "goedit/go"),
  ])
  func knowsWhatIsWrong(part: String, replacement: String, id: String) {
    #expect(good.contains(part))
    let found = faults(good.replacing(part, with: replacement))
    #expect(found.contains { $0.hasSuffix(id) }, "\(found)")
  }

  @Test(arguments: [
    String(repeating: "# a remark\n", count: 8_000),
    "bug " + String(repeating: "x", count: 1_000) + "\n",
    String(repeating: "require work in func run has b\n", count: 201),
    "needs " + (0..<17).map { "r\($0)" }.joined(separator: " | ") + "\n",
  ])
  func aRuleHasLimits(lines: String) {
    let found = faults(good + lines)
    #expect(found.contains { $0.hasSuffix("goedit/too-large") }, "\(found)")
  }

  @Test func aPatternHasFewOpenPlaces() {
    let holes = (0...RuleLimits.holes).map { "- f($$h\($0))\n" }.joined()
    #expect(faults(good.replacing("- a()\n", with: holes)).contains { $0.hasSuffix("goedit/go") })
  }

  @Test func readsFilesWithCarriageReturns() {
    #expect(faults(good.replacing("\n", with: "\r\n")) == [])
  }

  @Test func ordersPatchesAndKnowsCircles() {
    func rule(_ name: String, _ lines: String) -> String {
      good.replacing("cure  # and another", with: name)
        .replacing("excludes other | third", with: lines)
    }
    func order(_ rules: String...) -> ([String], [String]) {
      var list = DiagnosticList()
      let read = rules.compactMap {
        PatchRule.parse(SourceFile(path: "r", text: $0), into: &list)
      }
      let set = PatchSet(rules: read, into: &list)
      #expect(list.diagnostics.allSatisfy { ($0.span?.line ?? 0) > 0 })
      return (set.rules.map(\.name), list.diagnostics.map(\.id.name))
    }
    #expect(order(rule("a", "after c"), rule("b", ""), rule("c", "needs b")).0 == ["b", "c", "a"])
    #expect(order(rule("a", "after b"), rule("b", "after a")).1 == ["goedit/cycle"])
    #expect(order(rule("a", "excludes z")).1 == ["goedit/unknown-patch"])
    #expect(order(rule("a", ""), rule("a", "")).1 == ["goedit/repeated-patch"])
  }

  @Test func linksStandAtTheirOwnPlaces() {
    #expect(
      faults(good.replacing("example.org/1", with: "example.org/pull/1"))
        == ["8:9 goedit/misplaced-link"])
    #expect(
      faults(good.replacing("example.org/2", with: "example.org/issues/2"))
        == ["9:10 goedit/misplaced-link"])
    #expect(faults(good.replacing("example.org/1", with: "example.org/issues/1")) == [])
  }

  @Test func aPartOfThePageSaysWhereItHolds() {
    let part = "page \"v2\"\n    More.\n"
    #expect(faults(good + part) == ["20:6 goedit/syntax"])
    #expect(faults(good + "when work has func run\n" + part) == [])
    #expect(faults(good + "when work has func run\npage\n    More.\n") == [])
  }

  /// The example of the language's description, and every rule that is shipped.
  @Test func readsWhatTheRepositoryHolds() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Templates/GoPatch").standardizedFileURL
    let readme = try String(contentsOf: folder.appending(path: "README.md"), encoding: .utf8)
    let example = try #require(readme.components(separatedBy: "```\n").dropFirst().first)
    #expect(faults(example) == [])
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    for name in names where name.hasSuffix(".goedit") {
      let rule = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
      #expect(faults(rule) == [], "\(name)")
    }
  }
}
