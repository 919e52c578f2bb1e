import Diagnostics
import GoPatch
import Testing

/// The state of patches for sources that differ from those of a release.
@Suite struct RefusalTests {
  private let cure = """
    unneeded "since v2" when work in func run has  c()
    applied when work in func run has  b()
    edit work in func run once
    - a($x)
    + b()
    """
  private func worker(_ body: String) -> String { "package p\n\nfunc run() {\n\(body)\n}\n" }

  @Test func tellsTheFiveStatesApart() throws {
    #expect(try RuleTrial.report(cure, worker("\tc()\n\tb()\n\ta(x)")).state == .applied)
    #expect(try RuleTrial.report(cure, worker("\tc()")).reason == "since v2")
    #expect(try RuleTrial.report(cure, worker("\tb()")).state == .applied)
    #expect(try RuleTrial.report(cure, worker("\ta(x)")).state == .applies)
    #expect(try RuleTrial.report(cure, worker("\td(x)")).state == .conflict)
    let empty = Survey.run(try RuleTrial.set(RuleTrial.rule(cure)), tree: SourceTree(files: [:]))
    #expect(empty.map(\.state) == [.missing])
  }

  @Test(arguments: [
    "\ts := `\n\ta(x)\n`", "\t// a(x)", "\ts := \"a(x)\"", "\t/*\n\ta(x)\n\t*/", "\tif a(x) {\n\t}",
    "\tz.a(x)", "\ta(x).b()", "\ta(x.y)", "\ta(x)\n\ta(x)",
  ])
  func findsOnlyTheStatementItself(body: String) throws {
    #expect(try RuleTrial.report(cure, worker(body)).state == .conflict)
  }

  @Test(arguments: [
    "\tx(); a(x)", "\ta(x); z()", "\ta(x) // why", "\t/* why */ a(x)", "\tif y { a(x) }",
    "\ta( // why\n\t\tx)", "\ta(\n\t\t// why\n\t\tx)",
  ])
  func changesNoLineThatHoldsMore(body: String) throws {
    #expect(try RuleTrial.report(cure, worker(body)).state == .conflict)
  }

  @Test func saysWhereItStops() throws {
    let lines = """
      applied when work in func run has  b()
      edit work in func run once
        a()
      - if $x {
      - 	c()
      - }
      + b()
      """
    let report = try RuleTrial.report(lines, worker("\ta()\n\tif z {\n\t\td()\n\t}"))
    let place = try #require(report.places.first)
    #expect(report.state == .conflict)
    #expect(place.path == "pkg/worker.go")
    #expect(place.scope == "func run")
    #expect(place.line == 6)
    #expect(place.lineText == "\t\td()")
    #expect(place.patternText == "c()")
    #expect(place.ruleLine == 9)
  }

  @Test(arguments: ["func run() {\n\ta(x)\n", "func run() {\n\ta(x))\n}", "var s = `"])
  func refusesFilesThatAreNoGo(text: String) throws {
    let report = try RuleTrial.report(cure, "package p\n\n" + text)
    #expect(report.state == .conflict)
    #expect(report.places.first?.line != nil)
  }

  @Test func aLineOfAMegabyteIsNoTrouble() throws {
    let long =
      "\ts := []string{" + String(repeating: "1, ", count: 20_000)
      + "\"\(String(repeating: "x", count: 1_000_000))\"}"
    #expect(try RuleTrial.report(cure, worker(long + "\n\ta(x)")).state == .applies)
  }

  @Test func aRuleMustKnowItsOwnResult() throws {
    let lines = """
      applied when work in func run has  c()
      edit work in func run once
      - a()
      + b()
      """
    let report = try RuleTrial.report(lines, worker("\ta()"))
    #expect(report.state == .conflict)
    #expect(report.reason.contains("own result"))
  }

  @Test func guardsOnWhatIsNotThereDoNotPassSilently() throws {
    let lines = """
      applied when work in func run has  b()
      when work in func gone has  x()
      edit work in func run once
      - a()
      + b()
      """
    #expect(try RuleTrial.report(lines, worker("\ta()")).state == .missing)
  }

  @Test func elisionsStayInTheirBrackets() throws {
    let lines = """
      applied when work in func run has  b()
      edit work in func run once
        if x {
        	...
        	c()
        }
      + b()
      """
    #expect(try RuleTrial.report(lines, worker("\tif x {\n\t\ta()\n\t}\n\tc()")).state == .conflict)
    #expect(
      try RuleTrial.report(lines, worker("\tif x {\n\t\ta(func() {\n\t\t})\n\t\tc()\n\t}")).state
        == .applies)
  }

  /// An elision may reach the last token of the file.
  @Test(arguments: ["x:", "case", "f(", "a(x) {", "", "`", "a("])
  func whatEndsTooSoonIsOnlyAConflict(end: String) throws {
    let lines = """
      applied when work has  never()
      edit work once
        z()
        ...
        b($$x)
        ...
        c()
      - a()
      """
    let report = try RuleTrial.report(lines, "package p\n\nfunc z() {}\nz()\n" + end)
    #expect(report.state == .conflict)
  }

  @Test func manyElisionsEndInTime() throws {
    let lines = """
      applied when work in func run has  b()
      edit work in func run once
      + b()
        a()
        ...
        a()
        ...
        a()
        ...
        a()
        ...
        a()
        ...
        nowhere()
      """
    let body = String(repeating: "\ta()\n", count: 400)
    #expect(try RuleTrial.report(lines, worker(body)).state == .conflict)
  }

  @Test func shapesThatNoReleaseHasAreRefusedUnlessAllowed() throws {
    let set = try RuleTrial.set(RuleTrial.rule(cure))
    let known = RuleTrial.tree(["pkg/worker.go": worker("\ta(x)")])
    let other = RuleTrial.tree(["pkg/worker.go": worker("\tz()\n\ta(x)")])
    let table = FingerprintTable.make(set, trees: [("v1", known), ("v2", SourceTree(files: [:]))])
    func state(_ tree: SourceTree, _ allows: Bool = false) -> PatchReport? {
      Survey.run(set, tree: tree, fingerprints: table, allowsUnverified: allows).first
    }
    #expect(state(known)?.state == .applies)
    #expect(state(other)?.state == .unverified)
    #expect(state(other)?.unknownShapes == ["func run in pkg/worker.go"])
    #expect(state(other, true)?.state == .applies)
    #expect(table.releases(matching: known) == ["v1"])
    #expect(table.releases(matching: other) == [])
    #expect(table.releases(matching: SourceTree(files: [:])) == ["v2"])
  }

  @Test func whatLooksDoneIsNotDoneInAShapeThatNoReleaseHas() throws {
    let set = try RuleTrial.set(RuleTrial.rule(cure))
    let table = FingerprintTable.make(
      set,
      trees: ["a(x)", "c()"].map { ($0, RuleTrial.tree(["pkg/worker.go": worker("\t\($0)")])) })
    func report(_ body: String, _ allows: Bool = false) throws -> PatchReport {
      try #require(
        Survey.run(
          set, tree: RuleTrial.tree(["pkg/worker.go": worker(body)]), fingerprints: table,
          allowsUnverified: allows
        ).first)
    }
    #expect(try report("\tc()").state == .notNeeded)
    #expect(try report("\tb()").state == .applied)
    for (body, state) in [("\tc()\n\ta(x)", PatchState.notNeeded), ("\tb()\n\tz()", .applied)] {
      #expect(try report(body).state == .unverified)
      #expect(try report(body).reason.hasPrefix("it looks applied; "))
      #expect(try report(body, true).state == state)
      #expect(try report(body, true).unknownShapes == ["func run in pkg/worker.go"])
    }
  }

  @Test func aRuleOfOnesOwnMayBeAboutWhatTheTableDoesNotCover() throws {
    let table = FingerprintTable.make(
      try RuleTrial.set(RuleTrial.rule(cure.replacing("func run", with: "func other"))),
      trees: [("v1", RuleTrial.tree(["pkg/worker.go": worker("\ta(x)")]))])
    var faults = DiagnosticList()
    func report(_ isBuiltIn: Bool) throws -> PatchReport? {
      let file = SourceFile(path: "own.goedit", text: RuleTrial.rule(cure))
      let rule = try #require(PatchRule.parse(file, isBuiltIn: isBuiltIn, into: &faults))
      return Survey.run(
        PatchSet(rules: [rule], into: &faults),
        tree: RuleTrial.tree(["pkg/worker.go": worker("\ta(x)")]), fingerprints: table
      ).first
    }
    #expect(try report(true)?.state == .unverified)
    #expect(try report(false)?.state == .applies)
    #expect(try report(false)?.uncoveredShapes == ["func run in pkg/worker.go"])
    #expect(try report(false)?.reason.contains("does not cover func run") == true)
  }

  @Test func theTableOfShapesIsReadAsItIsWritten() throws {
    let set = try RuleTrial.set(RuleTrial.rule(cure))
    let trees = [1, 1, 2, 1].enumerated().map { number, value in
      (release: "v1.\(number)", tree: RuleTrial.tree(["pkg/worker.go": worker("\ta(\(value))")]))
    }
    let table = FingerprintTable.make(set, trees: trees)
    var faults = DiagnosticList()
    #expect(table.text.contains(" v1.0..v1.1 v1.3\n"))
    let file = SourceFile(path: "fingerprints.txt", text: table.text)
    #expect(FingerprintTable.parse(file, into: &faults) == table)
    #expect(!faults.hasErrors)
    let damaged = SourceFile(path: "f", text: table.text.replacing("v1.0..v1.1", with: "v1.0..v9"))
    #expect(FingerprintTable.parse(damaged, into: &faults) == nil)
    #expect(faults.diagnostics.map(\.id) == [.fingerprintSyntax])
  }
}
