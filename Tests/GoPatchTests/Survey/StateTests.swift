import Diagnostics
import Testing
import TextDiff

@testable import GoPatch

@Suite("States of patches")
struct StateTests {
  /// Deletes the constant that greets, its use and its test.
  private func ungreeting() throws -> Workbench {
    try Workbench(
      rules: [
        """
        patch ungreet
        title do not greet
        page why
        files main = app/main.go ; tests = app/main_test.go (optional)
        applied "ungreeted" when file app/ungreet_test.go
        unneeded "since v9" when main has func Run, has-no token greet
        bind $word = const in main with value "hello"
        edit main in func Run once
        - greet($word)
        edit main delete const $word if-unused
        edit tests in func TestRun once optional
        - check($word)
        new-file ungreet_test.go beside main from ungreet_test.go
        """
      ], templates: ["ungreet_test.go": "package app\n\nfunc g() {}\n"])
  }

  private let main =
    "package app\n\n// hi is said.\nconst hi = \"hello\"\n\nfunc Run() {\n\tgreet(hi)\n\tgo on()\n}\n"

  @Test("all is done, then all is known as applied")
  func twice() throws {
    let bench = try ungreeting()
    let test = "package app\n\nfunc TestRun() {\n\tcheck(hi)\n\tx()\n}\n"
    let tree = SourceTree(files: [
      "app/main.go": Array(main.utf8), "app/main_test.go": Array(test.utf8),
    ])
    let patches = try Composition.compose(
      patches: ["ungreet"], bench.set, tree: tree, goTemplates: bench.templates)
    let changes = try #require(patches.first?.changes)
    #expect(changes.map(\.path) == ["app/main.go", "app/main_test.go", "app/ungreet_test.go"])
    #expect(
      changes[0].new.map { String(decoding: $0, as: UTF8.self) }
        == "package app\n\nfunc Run() {\n\tgo on()\n}\n")
    #expect(changes[2].old == nil)
    let after = SourceTree(
      files: TextMap(uniqueKeysWithValues: changes.map { ($0.path, $0.new ?? []) }))
    #expect(Survey.run(bench.set, tree: after).map(\.state) == [.applied])
  }

  @Test("a constant that something still uses stays")
  func stillUsed() throws {
    let source = main + "\nfunc Other() string { return hi }\n"
    let output = try ungreeting().run(source).output
    #expect(output?.contains("const hi") == true)
    #expect(output?.contains("greet") == false)
  }

  @Test("what another file of the package uses stays, and says who uses it")
  func usedByANeighbor() throws {
    let bench = try Workbench(rules: [
      """
      patch ungreet
      title do not greet
      page why
      files main = app/main.go
      applied when main has-no token "hello"
      bind $word = const in main with value "hello"
      edit main in func Run once
      - greet($word)
      edit main delete const $word if-unused
      ensure main has-no token "hello"
      """
    ])
    func report(_ neighbor: String) -> PatchReport {
      let tree = SourceTree(
        files: ["app/main.go": Array(main.utf8)],
        neighbors: ["app/b.go": Array(neighbor.utf8), "lib/c.go": Array("var x = hi".utf8)])
      return Survey.run(bench.set, tree: tree)[0]
    }
    #expect(bench.set.searchedFolders == ["app"])
    #expect(report("package app\n\nvar x = his // hi\n").state == .applies)
    let used = report("package app\n\nvar x = hi\n")
    #expect(used.state == .conflict)
    #expect(used.reason.hasPrefix("const hi is used elsewhere"))
    #expect(used.places.first?.path == "app/b.go")
    #expect(used.places.first?.line == 3)
    #expect(report("package app\n\nvar x = hi + `\n").state == .conflict)
  }

  @Test("upstream's own cure is not needed")
  func notNeeded() throws {
    let report = try ungreeting().run("package app\n\nfunc Run() {\n}\n").report
    #expect(report.state == .notNeeded)
    #expect(report.reason == "since v9")
  }

  @Test("a file or function that is gone is missing")
  func missing() throws {
    let bench = try ungreeting()
    #expect(bench.run([:]).report.state == .missing)
    #expect(bench.run("package app\n\nfunc Walk() {\n\tgreet(hi)\n}\n").report.state == .missing)
  }

  @Test("another hand's cure is a conflict that names the place")
  func otherHand() throws {
    let source = main.replacing("greet(hi)", with: "if polite {\n\t\tgreet(hi + name)\n\t}")
    let report = try ungreeting().run(source).report
    #expect(report.state == .conflict)
    #expect(report.places.first?.line == 8)
    #expect(report.places.first?.path == "app/main.go")
  }

  @Test("a file that is no Go is a conflict with its line")
  func unbalanced() throws {
    let report = try ungreeting().run("package app\n\nfunc Run() {\n\tgreet(hi\n}\n").report
    #expect(report.state == .conflict)
    #expect(report.places.first?.line == 5)
  }

  @Test("two functions of one name are a conflict")
  func declaredTwice() throws {
    let report = try ungreeting().run(main + "\nfunc Run() {\n\tgreet(hi)\n}\n").report
    #expect(report.state == .conflict)
    #expect(report.places.map(\.line) == [6, 11])
  }

  @Test("two files for one name are a conflict")
  func twoFiles() throws {
    let bench = try Workbench(rules: [
      """
      patch ungreet
      title do not greet
      page why
      files main = app/main.go | app/main_linux.go
      applied when main in func Run has-no token greet
      edit main in func Run once
      - greet(hi)
      """
    ])
    let report = bench.run(["app/main.go": main, "app/main_linux.go": main]).report
    #expect(report.state == .conflict)
  }

  @Test("the only spec of a group goes with the group")
  func onlySpec() throws {
    let source = main.replacing(
      "// hi is said.\nconst hi = \"hello\"", with: "const (\n\thi = \"hello\"\n)")
    #expect(
      try ungreeting().run(source).output == "package app\n\nfunc Run() {\n\tgo on()\n}\n")
  }

  @Test("a spec leaves its group to the others, unless they would have to be realigned")
  func oneOfSpecs() throws {
    let bench = try ungreeting()
    let fits = main.replacing(
      "// hi is said.\nconst hi = \"hello\"",
      with: "const (\n\tbye = \"bye\"\n\thi  = \"hello\"\n)")
    #expect(bench.run(fits).output?.contains("const (\n\tbye = \"bye\"\n)\n") == true)
    let moves = main.replacing(
      "// hi is said.\nconst hi = \"hello\"",
      with: "const (\n\tbb = \"bye\"\n\tc  = \"c\"\n)\n\nconst (\n\ta  = 1\n\thi = \"hello\"\n)")
    #expect(bench.run(moves).report.state == .conflict)
  }

  @Test("a new file ends its lines as the others do")
  func carriageReturns() throws {
    let bench = try ungreeting()
    let tree = SourceTree(files: [
      "app/main.go": Array(main.replacing("\n", with: "\r\n").utf8)
    ])
    let patches = try Composition.compose(
      patches: ["ungreet"], bench.set, tree: tree, goTemplates: bench.templates)
    for change in patches.flatMap(\.changes) {
      let bytes = try #require(change.new)
      let ends = bytes.indices.filter { bytes[$0] == 0x0A }
      #expect(!ends.isEmpty)
      #expect(ends.allSatisfy { $0 > 0 && bytes[$0 - 1] == 0x0D })
    }
  }

  @Test("a new name must not hide an import")
  func shadowing() throws {
    let bench = try Workbench(
      """
      applied when main in func Run has token fill
      edit main in func Run once
        y()
      + template := fill()
      + use(template)
      """)
    let imports = "package app\n\nimport \"example.org/core/template\"\n\n"
    let body = "func Run() {\n\ty()\n}\n"
    #expect(bench.run(imports + body).report.state == .conflict)
    #expect(bench.run("package app\n\n" + body).report.state == .applies)
  }
}
