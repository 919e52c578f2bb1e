import GoPatch
import Testing
import TextDiff

/// Files that patches add.
extension CompositionTests {
  @Test func aNewFileNeedsItsTemplateAndNames() throws {
    let set = try RuleTrial.set(
      RuleTrial.rule(
        """
        applied when file new.go beside work
        bind $gone = const in work with value "gone"
        new-file new.go beside work from new.go
        """))
    #expect(error(["cure"], set, tree) != nil)
    let bound: TextMap<[UInt8]> = ["new.go": Array("package p\n\nvar x = $gone\n".utf8)]
    #expect(error(["cure"], set, tree, templates: bound) != nil)
    #expect(error(["cure"], set, tree, templates: ["new.go": Array("package p\n".utf8)]) == nil)
  }

  @Test func itsOwnFileTellsAPatchFromUpstreamsCure() throws {
    let set = try RuleTrial.set(
      RuleTrial.rule(
        """
        unneeded "since v2" when work has func run, has-no token first
        edit work in func run once
        - first()
        new-file first_test.go beside work from first_test.go
        """))
    let patches = try Composition.compose(
      patches: ["cure"], set, tree: tree, goTemplates: ["first_test.go": Array("package p\n".utf8)]
    )
    let made = TextMap(
      uniqueKeysWithValues: patches.flatMap(\.changes).map {
        (String($0.path.dropFirst(tree.prefix.count)), $0.new ?? [])
      })
    #expect(Survey.run(set, tree: SourceTree(files: made)).map(\.state) == [.applied])
    let upstream = made.filter { $0.key != "pkg/first_test.go" }
    #expect(Survey.run(set, tree: SourceTree(files: upstream)).map(\.reason) == ["since v2"])
  }

  @Test func aFileThatTwoPatchesMakeTellsOfNeither() throws {
    func rule(_ name: String, _ file: String) -> String {
      RuleTrial.rule(
        """
        unneeded when work has func run, has-no token \(name)
        edit work in func run once
        - \(name)()
        new-file shared_test.go beside work from shared_test.go
        new-file \(file) beside work from shared_test.go
        """, name: name)
    }
    let set = try RuleTrial.set(rule("first", "first_test.go"), rule("other", "other_test.go"))
    let patches = try Composition.compose(
      patches: ["first"], set, tree: tree,
      goTemplates: ["shared_test.go": Array("package p\n".utf8)])
    let made = patches.flatMap(\.changes).map {
      (String($0.path.dropFirst(tree.prefix.count)), $0.new ?? [])
    }
    let result = SourceTree(files: TextMap(uniqueKeysWithValues: made))
    #expect(Survey.run(set, tree: tree).map(\.state) == [.applies, .notNeeded])
    #expect(Survey.run(set, tree: result).map(\.state) == [.applied, .notNeeded])
  }
}
