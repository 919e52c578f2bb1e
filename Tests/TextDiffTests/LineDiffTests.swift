import Testing
import TextDiff

@Suite struct LineDiffTests {
  private func diff(_ old: String, _ new: String) -> String {
    let hunks = LineDiff.compute(old: Array(old.utf8), new: Array(new.utf8)).hunks()
    return String(
      decoding: UnifiedDiff(oldLabel: "old", newLabel: "new", hunks: hunks).render(),
      as: UTF8.self)
  }

  @Test func equalTextsGiveNothing() {
    #expect(diff("a\nb\n", "a\nb\n") == "")
    #expect(diff("", "") == "")
  }

  @Test func oneChangedLine() {
    #expect(
      diff("a\nb\nc\n", "a\nx\nc\n") == "--- old\n+++ new\n@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n")
  }

  @Test func countsOfOneAreLeftOutAndAnEmptySideIsZero() {
    #expect(diff("", "a\n") == "--- old\n+++ new\n@@ -0,0 +1 @@\n+a\n")
    #expect(diff("a\n", "") == "--- old\n+++ new\n@@ -1 +0,0 @@\n-a\n")
  }

  @Test func aMissingLastLineFeedIsNoted() {
    #expect(
      diff("a\nb", "a\nb\n")
        == "--- old\n+++ new\n@@ -1,2 +1,2 @@\n a\n-b\n\\ No newline at end of file\n+b\n")
    #expect(
      diff("a\nb", "x\nb")
        == "--- old\n+++ new\n@@ -1,2 +1,2 @@\n-a\n+x\n b\n\\ No newline at end of file\n")
  }

  @Test func carriageReturnsAndOtherBytesAreKept() {
    let old: [UInt8] = [0xff, 0x0d, 0x0a], new: [UInt8] = [0xff, 0x0a]
    let lines = LineDiff.compute(old: old, new: new).hunks()[0].lines
    #expect(lines.map { Array($0.bytes) } == [[0xff, 0x0d], [0xff]])
    #expect(lines.map(\.kind) == [.removed, .added])
  }

  @Test func changesSixLinesApartShareAHunk() {
    let old = (1...20).map { "\($0)\n" }
    func changed(_ second: Int) -> String {
      var new = old
      new[2] = "x\n"
      new[second] = "y\n"
      return new.joined()
    }
    func hunks(_ new: String) -> Int {
      LineDiff.compute(old: Array(old.joined().utf8), new: Array(new.utf8)).hunks().count
    }
    #expect(hunks(changed(9)) == 1)
    #expect(hunks(changed(10)) == 2)
  }

  @Test func anAddedFunctionIsShownWhole() {
    let one = "func a() {\n\tx()\n}\n\n", two = "func b() {\n\ty()\n}\n\n"
    let three = "func c() {\n\tz()\n}\n"
    let lines = LineDiff.compute(
      old: Array((one + three).utf8), new: Array((one + two + three).utf8)
    )
    .hunks()[0].lines.filter { $0.kind == .added }
    #expect(
      lines.map { String(decoding: $0.bytes, as: UTF8.self) } == ["func b() {", "\ty()", "}", ""])
  }

  @Test func theHeadingIsTheNearestDeclarationAbove() {
    let body = (1...9).map { "\tline \($0)\n" }.joined()
    let old = "const (\n\n" + body + "_x\n" + body
    let new = "const (\n\n" + body + "_x\n" + body.replacing("line 8", with: "line eight")
    let hunks = LineDiff.compute(old: Array(old.utf8), new: Array(new.utf8)).hunks()
    #expect(hunks.map { String(decoding: $0.header, as: UTF8.self) } == ["@@ -17,5 +17,5 @@ _x"])
  }

  @Test func aLongHeadingIsCutAndItsBlanksTrimmed() {
    let long = "f" + String(repeating: " ", count: 90) + "g\n"
    let old = long + "\ta\n\tb\n\tc\n\td\n"
    let new = long + "\ta\n\tb\n\tc\n\te\n"
    let hunks = LineDiff.compute(old: Array(old.utf8), new: Array(new.utf8)).hunks()
    #expect(hunks.map { String(decoding: $0.heading, as: UTF8.self) } == ["f"])
  }

  @Test func hardInputIsAnsweredWithACompleteEdit() {
    var random = SeededRandom(seed: 3)
    let old = (0..<4000).map { "line \($0)\n" }
    let new = old.shuffled(using: &random)
    let diff = LineDiff.compute(
      old: Array(old.joined().utf8), new: Array(new.joined().utf8))
    var rebuilt: [String] = []
    var next = 0
    for change in diff.changes {
      rebuilt += old[next..<change.old.lowerBound] + new[change.new]
      next = change.old.upperBound
    }
    #expect(rebuilt + old[next...] == new)
    #expect(diff.addedLineCount < 4000)
  }
}
