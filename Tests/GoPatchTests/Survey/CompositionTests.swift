import GoPatch
import Testing
import TextDiff

/// Several patches, one on top of the other.
@Suite struct CompositionTests {
  let first = RuleTrial.rule(
    """
    unneeded when work has func run, has-no token first
    edit work in func run once
    - first()
    """, name: "first")
  let second = RuleTrial.rule(
    """
    after first
    unneeded when work has func run, has-no token second
    edit work in func run once
      z()
    - second()
    """, name: "second")
  let tree = RuleTrial.tree(
    ["pkg/worker.go": "package p\n\nfunc run() {\n\tz()\n\tfirst()\n\tsecond()\n}\n"],
    prefix: "third_party/flyte/")

  func error(
    _ patches: [String], _ set: PatchSet, _ tree: SourceTree, templates: TextMap<[UInt8]> = [:]
  ) -> CompositionError? {
    do {
      _ = try Composition.compose(patches: patches, set, tree: tree, goTemplates: templates)
      return nil
    } catch {
      return error
    }
  }

  @Test func eachIsMadeOnTheResultOfThoseBefore() throws {
    let set = try RuleTrial.set(second, first)
    let patches = try Composition.compose(
      patches: ["second", "first"], set, tree: tree, goTemplates: [:])
    #expect(patches.map(\.name) == ["first", "second"])
    #expect(
      patches.flatMap(\.changes).map(\.path)
        == Array(repeating: "third_party/flyte/pkg/worker.go", count: 2))
    #expect(patches[0].changes[0].old == tree["pkg/worker.go"])
    #expect(patches[1].changes[0].old == patches[0].changes[0].new)
    let end = try #require(patches[1].changes[0].new)
    #expect(String(decoding: end, as: UTF8.self) == "package p\n\nfunc run() {\n\tz()\n}\n")
    let behind = SourceTree(files: ["pkg/worker.go": end])
    #expect(Survey.run(set, tree: behind).map(\.state) == [.notNeeded, .notNeeded])
  }

  @Test func aMessageIsCutToTheSources() throws {
    let rule = RuleTrial.rule(
      """
      when work has func old
      page "v1"
          As it was.
      when work has func new
      page "v2"
          As it is.
      when tests has func TestRun
      page "with tests"
          And its tests.
      page
          How to test it.
      when work has func new
      setting a.new  What is new.
      setting a.both  What is not.
      bug https://example.org/issues/1
      when work has func old
      upstream v2, https://example.org/pull/2
      unneeded when work has func run, has-no token first
      edit work in func run once
      - first()
      """)
    let set = try RuleTrial.set(rule)
    #expect(
      set.rules[0].page
        == """
        why

        (v1) As it was.

        (v2) As it is.

        (with tests) And its tests.

        How to test it.
        """)
    #expect(set.rules[0].settings.map(\.path) == ["a.new", "a.both"])
    func message(_ more: String) throws -> PatchMessage? {
      let worker = "package p\n\nfunc run() {\n\tfirst()\n}\n\nfunc \(more)() {}\n"
      return try Composition.compose(
        patches: ["cure"], set, tree: RuleTrial.tree(["pkg/worker.go": worker]), goTemplates: [:]
      ).first?.message
    }
    let old = try #require(try message("old"))
    #expect(old.page == "why\n\nAs it was.\n\nHow to test it.")
    #expect(old.pageLabels == ["v1"])
    #expect(old.settings.map(\.path) == ["a.both"])
    #expect(old.upstreamChanges == ["v2, https://example.org/pull/2"])
    let new = try #require(try message("new"))
    #expect(new.page == "why\n\nAs it is.\n\nHow to test it.")
    #expect(new.settings.map(\.path) == ["a.new", "a.both"])
    #expect(new.bugs == ["https://example.org/issues/1"])
    #expect(new.upstreamChanges == [])
  }

  @Test func whatOneBeforeMakesAsWellHasNoPatchOfItsOwn() throws {
    let both = RuleTrial.rule(
      """
      unneeded when work has func run, has-no token first, has-no token second
      edit work in func run once
      - first()
      - second()
      """, name: "both")
    let late = RuleTrial.rule(
      """
      after both | first
      needs first
      unneeded when work has func run, has-no token second
      edit work in func run once
        z()
      - second()
      """, name: "late")
    let set = try RuleTrial.set(first, both, late)
    let patches = try Composition.compose(
      patches: ["late", "both"], set, tree: tree, goTemplates: [:])
    #expect(patches.map(\.name) == ["both"])
    #expect(patches.map(\.covers) == [["late"]])
    #expect(error(["late"], set, tree) == .needs("late", oneOf: ["first"]))
  }

  @Test func aPatchThatNeedsAnotherSaysSo() throws {
    let set = try RuleTrial.set(first, second)
    let report = try #require(Survey.run(set, tree: tree).last)
    #expect(report.state == .applies)
    #expect(report.needs == ["first"])
    #expect(error(["second"], set, tree) == .needs("second", oneOf: ["first"]))
  }

  @Test func aDeclaredNeedHoldsUnlessTheTreeHasTheCure() throws {
    let set = try RuleTrial.set(
      first,
      RuleTrial.rule(
        """
        needs first
        applied when work has func run, has-no token z
        edit work in func run once
        - z()
        """, name: "third"))
    #expect(error(["third"], set, tree) == .needs("third", oneOf: ["first"]))
    #expect(error(["third", "first"], set, tree) == nil)
    let cured = RuleTrial.tree(["pkg/worker.go": "package p\n\nfunc run() {\n\tz()\n}\n"])
    #expect(error(["third"], set, cured) == nil)
  }

  @Test func patchesThatExcludeEachOtherAreNotMadeTogether() throws {
    let set = try RuleTrial.set(
      first, second.replacing("after first", with: "after first\nexcludes first"))
    #expect(error(["first", "second"], set, tree) == .excluded("second", by: "first"))
  }

  @Test func whatCannotBeMadeIsAnErrorWithItsReport() throws {
    let set = try RuleTrial.set(first)
    #expect(error(["frist"], set, tree) == .unknownPatch("frist"))
    guard case .cannotApply(let report)? = error(["first"], set, SourceTree(files: [:])) else {
      Issue.record("a patch was made without its file")
      return
    }
    #expect(report.state == .missing)
  }

  @Test func aPatchSaysThatWhatItNeedsCannotBeMade() throws {
    let set = try RuleTrial.set(
      first,
      RuleTrial.rule(
        """
        after first
        needs first
        applied when work in func run has-no token second
        edit work in func run once
        - second()
        ensure work in func run has-no token first
        """, name: "third"))
    let damaged = RuleTrial.tree([
      "pkg/worker.go": "package p\n\nfunc run() {\n\tz(first())\n\tsecond()\n}\n"
    ])
    let report = try #require(Survey.run(set, tree: damaged).last)
    #expect(report.state == .conflict)
    #expect(report.reason.hasPrefix("it follows 'first' (conflict), which cannot be made; "))
    #expect(report.places.first?.line == 4)
    #expect(report.places.first?.scope == "func run")
    #expect(Survey.run(set, tree: tree).last?.needs == ["first"])
  }

  @Test func equalReleasesHaveEqualReports() throws {
    let set = try RuleTrial.set(first)
    let releases = Survey.run(
      set, releases: [("v1", tree), ("v2", SourceTree(files: [:])), ("v3", tree)])
    #expect(releases.map(\.release) == ["v1", "v2", "v3"])
    #expect(releases.map { $0.reports.map(\.state) } == [[.applies], [.missing], [.applies]])
  }

  /// A rule's questions decide about its edits.
  @Test func aDeclarationThatIsOnlyAskedAboutMustBeKnownToo() throws {
    let rule = RuleTrial.rule(
      """
      applied when work in func run has-no token first
      edit work in func run once
      - first()
      when work in func other has  old()
      edit work in func other once
      - old()
      """)
    let set = try RuleTrial.set(rule)
    func tree(_ other: String) -> SourceTree {
      RuleTrial.tree([
        "pkg/worker.go":
          "package p\n\nfunc run() {\n\tfirst()\n}\n\nfunc other() {\n\t\(other)\n}\n"
      ])
    }
    let table = FingerprintTable.make(
      set, trees: [("v1", tree("old()")), ("v2", tree("new()"))])
    func state(_ other: String) -> PatchState? {
      Survey.run(set, tree: tree(other), fingerprints: table).first?.state
    }
    #expect(state("old()") == .applies)
    #expect(state("new()") == .applies)
    #expect(state("old()\n\tnew()") == .unverified)
    #expect(state("newer()") == .unverified)
  }
}

extension CompositionError {
  /// For tests: the same words inside.
  fileprivate static func == (left: CompositionError, right: CompositionError) -> Bool {
    String(reflecting: left) == String(reflecting: right)
  }
}

extension Optional where Wrapped == CompositionError {
  fileprivate static func == (left: CompositionError?, right: CompositionError?) -> Bool {
    String(reflecting: left) == String(reflecting: right)
  }
}
