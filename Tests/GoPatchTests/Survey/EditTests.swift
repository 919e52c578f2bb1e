import GoPatch
import Testing
import TextDiff

/// The result of edits of sources.
@Suite struct EditTests {
  private let replaced = """
    applied when work in func run has  b()
    edit work in func run once
    - a()
    + b()
    """

  @Test func leavesEveryOtherByteAlone() throws {
    let worker = "package p\n\n\n// x\tfunc run( )\nfunc run( ) {\n  z( 1,2 )\n  a( )\n}\n\n\n"
    #expect(
      try RuleTrial.patched(replaced, worker)
        == "package p\n\n\n// x\tfunc run( )\nfunc run( ) {\n  z( 1,2 )\n  b()\n}\n\n\n")
  }

  @Test func keepsBytesThatAreNotText() throws {
    let worker =
      Array("package p\n// ".utf8) + [0xFF, 0xC0] + Array("\nfunc run() {\n\ta()\n}".utf8)
    let patches = try Composition.compose(
      patches: ["cure"], try RuleTrial.set(RuleTrial.rule(replaced)),
      tree: SourceTree(files: ["pkg/worker.go": worker]), goTemplates: [:])
    let new = try #require(patches.first?.changes.first?.new)
    #expect(new == worker.dropLast(6) + Array("\tb()\n}".utf8))
  }

  @Test func indentsNewLinesAsTheirNeighbor() throws {
    let lines = """
      applied when work in func run has  b()
      edit work in func run once
        a($x)
      + if $x {
      + 	b()
      + }
      """
    let worker = "package p\n\nfunc run() {\n\tfor {\n\t\ta(\n\t\t\tz,\n\t\t)\n\t\tc()\n\t}\n}\n"
    #expect(
      try RuleTrial.patched(lines, worker)
        == "package p\n\nfunc run() {\n\tfor {\n\t\ta(\n\t\t\tz,\n\t\t)\n\t\tif z {\n\t\t\tb()\n"
        + "\t\t}\n\t\tc()\n\t}\n}\n")
  }

  @Test func deletesAGroupWithItsOnlyMember() throws {
    let lines = """
      applied when work has func run, has-no var lone
      edit work delete var lone if-unused
      """
    let worker = "package p\n\nvar (\n\t// lone is alone.\n\tlone = 1\n)\n\nfunc run() {\n}\n"
    #expect(try RuleTrial.patched(lines, worker) == "package p\n\nfunc run() {\n}\n")
    let two = worker.replacing("lone = 1\n", with: "lone = 1\n\tmore = 2\n")
    #expect(
      try RuleTrial.patched(lines, two) == "package p\n\nvar (\n\tmore = 2\n)\n\nfunc run() {\n}\n")
  }

  @Test func keepsWhatIsStillUsed() throws {
    let lines = """
      applied when work has func run, has-no var lone
      edit work delete var lone if-unused
      """
    let used = "package p\n\nvar lone = 1\n\nfunc run() { f(lone) }\n"
    #expect(try RuleTrial.report(lines, used).state == .missing)
    let worker = "package p\n\nvar lone = 1\n\nfunc run() {}\n"
    let tests = "package p\n\nfunc test() { f(lone) }\n"
    #expect(try RuleTrial.report(lines, worker, tests: tests).state == .missing)
    #expect(try RuleTrial.report(lines, worker).state == .applies)
  }

  @Test func deletesInTheOrderThatUseAllows() throws {
    let lines = """
      applied when work has func run, has-no var lone
      edit work delete var lone if-unused
      edit work delete func helper if-unused
      """
    let worker = "package p\n\nvar lone = 1\n\nfunc helper() { f(lone) }\n\nfunc run() {}\n"
    #expect(try RuleTrial.patched(lines, worker) == "package p\n\nfunc run() {}\n")
  }

  @Test func refusesToShiftConstantsThatCount() throws {
    let lines = """
      applied when work has func run, has-no const one
      edit work delete const one if-unused
      """
    let worker = "package p\n\nconst (\n\tone = iota\n\ttwo\n)\n\nfunc run() {}\n"
    #expect(try RuleTrial.report(lines, worker).state == .conflict)
  }

  @Test func sortsAnImportIntoItsBlock() throws {
    let lines = """
      applied when work import c = example.org/a/c
      edit work ensure-import c "example.org/a/c"
      edit work drop-import-if-unused os
      """
    let worker = """
      package p

      import (
      	"fmt"
      	"os"

      	b "example.org/a/b"
      	d "example.org/a/d"
      )

      func run() { fmt.Println(b.X, d.X) }

      """
    let patched = try RuleTrial.patched(lines, worker)
    #expect(
      patched
        == worker.replacing("\t\"os\"\n", with: "")
        .replacing("\td \"", with: "\tc \"example.org/a/c\"\n\td \""))
  }

  @Test func makesAFileWithTheNamesItFound() throws {
    let lines = """
      applied when file limit.go beside work
      bind $limit = const in work with value "x"
      bind $args = arity of func run in work
        1 -> ctx
        2 -> ctx, $limit
      new-file limit.go beside work from limit.go
      """
    let files: TextMap<String> = [
      "pkg/worker.go": "package p\n\nconst top = \"x\"\n\nfunc run(a, b int) {}\n"
    ]
    #expect(
      try RuleTrial.patched(
        lines, files, "pkg/limit.go",
        templates: ["limit.go": "package p\n\nvar l = $limit\nvar _ = run($args)\n"])
        == "package p\n\nvar l = top\nvar _ = run(ctx, top)\n")
  }
}
