import Diagnostics
import Testing

private let fault = DiagnosticID("test/fault", meaning: "A test.", fix: "Nothing.")

@Suite struct DiagnosticTextTests {
  @Test func aDiagnosticShowsItsLineWithACaret() {
    let file = SourceFile(path: "a.yaml", text: "x: 1\n\tkey: value\n")
    var list = DiagnosticList()
    list.error(
      fault, "wrong value", at: Span(file: file, line: 2, column: 7, length: 5),
      notes: [Diagnostic.Note("see here", at: Span(file: file, line: 1, column: 1))],
      hint: "write another")
    #expect(
      DiagnosticText.render(list).text == """
        a.yaml:2:7: error: wrong value [test/fault]
         2 | \tkey: value
           | \t     ^~~~~
        a.yaml:1:1: note: see here
         hint: write another

        """)
  }

  @Test func repetitionsAreShownOnceAndTheRestIsCounted() {
    let file = SourceFile(path: "a.yaml", text: "x\n")
    var list = DiagnosticList()
    for line in [3, 1, 2, 1] {
      list.warning(fault, "w", at: Span(file: file, line: line, column: 0))
    }
    #expect(list.sorted.map { $0.span?.line } == [1, 2, 3])
    #expect(
      DiagnosticText.render(list, limit: 2).text.hasSuffix(
        "… and 1 warning more; fix these first\n"))
  }

  @Test func whatMattersMoreIsShownFirstWhereThereIsNoRoom() {
    let file = SourceFile(path: "a.yaml", text: "x\n")
    var list = DiagnosticList()
    for line in 1...9 { list.note(fault, "n", at: Span(file: file, line: line, column: 0)) }
    for line in 4...6 { list.warning(fault, "w", at: Span(file: file, line: line, column: 0)) }
    list.error(fault, "e", at: Span(file: file, line: 9, column: 0))
    let text = DiagnosticText.render(list, limit: 3).text
    #expect(!text.contains("note: "))
    #expect(text.contains("a.yaml:5:0: warning: w"))
    #expect(text.contains("a.yaml:9:0: error: e"))
    #expect(text.hasSuffix("… and 1 warning, 9 notes more; fix these first\n"))
  }

  @Test func longLinesAreCutAroundThePlace() {
    let file = SourceFile(path: "a", text: String(repeating: "a", count: 500) + "X\n")
    var list = DiagnosticList()
    list.error(fault, "m", at: Span(file: file, line: 1, column: 501))
    let lines = DiagnosticText.render(list).text.split(separator: "\n").map(Array.init)
    #expect(lines[1].count < 180)
    #expect(lines[1].firstIndex(of: "X") == lines[2].firstIndex(of: "^"))
  }

  @Test func theNearestNameIsWhatWasMeant() {
    let names = ["securityContext", "volumeMounts", "env"]
    #expect(NearestName.of("securtyContext", among: names) == "securityContext")
    #expect(NearestName.of("volumemounts", among: names) == "volumeMounts")
    #expect(NearestName.of("image", among: names) == nil)
  }

  @Test func ofNamesThatAreSpelledAlikeTheNearestNumberIsMeant() {
    let releases = ["v1.16.0", "v1.16.2", "v1.16.8", "v1.15.9"]
    #expect(NearestName.of("v1.16.9", among: releases) == "v1.16.8")
    #expect(NearestName.of("v1.16.3", among: releases) == "v1.16.2")
    #expect(NearestName.of("v2.16.1", among: ["v3.16.1", "v9.16.1"]) == "v3.16.1")
    let long = String(repeating: "9", count: 40)
    #expect(NearestName.of("a\(long)1", among: ["a\(long)2"]) == "a\(long)2")
  }

  @Test func aLetterOrTwoAreNearToNothing() {
    #expect(NearestName.of("x", among: ["s", "y"]) == nil)
    #expect(NearestName.of("S", among: ["s"]) == "s")
    #expect(NearestName.of("tmp", among: ["tmq"]) == "tmq")
  }

  @Test func nothingReachesTheTerminalThatActsOnIt() {
    let file = SourceFile(path: "\u{1B}[2J.yaml", text: "a: \u{1B}[31mRED\u{202E}\n")
    var list = DiagnosticList()
    list.error(
      fault, "'\u{1B}[31m\u{202E}\n\u{2028}' \u{7}", at: Span(file: file, line: 1, column: 4),
      notes: [Diagnostic.Note("\u{1B}]0;x\u{7}")], hint: "write \u{9B}1m")
    #expect(
      DiagnosticText.render(list).text == """
        ␛[2J.yaml:1:4: error: '␛[31m\u{FFFD}␊␤' ␇ [test/fault]
         1 | a: ␛[31mRED\u{FFFD}
           |    ^
        note: ␛]0;x␇
         hint: write ␡1m

        """)
  }

  @Test func whatNobodyReadsIsCut() {
    let long = String(repeating: "x", count: 900_000)
    var list = DiagnosticList()
    list.error(fault, "\(quoted: long) is long; \(quoted: "y") is not", at: nil, hint: long)
    let lines = DiagnosticText.render(list).text.split(separator: "\n")
    #expect(lines[0].hasSuffix("xxx…' is long; 'y' is not [test/fault]"))
    #expect(lines.map(\.count).max() ?? 0 < 900)
  }

  @Test(arguments: [
    ("日本: x", 5, 1, "      ^"), ("e\u{301}: x", 5, 1, "   ^"),
    ("👩\u{200D}🚀: x", 6, 1, "      ^"), ("🇩🇪: x", 5, 1, "    ^"), ("a: 日本", 4, 2, "   ^~~~"),
    ("é: x", 4, 1, "   ^"), ("a: x", 5, 9, "    ^"),
  ])
  func theCaretStandsWhereATerminalShowsThePlace(
    line: String, column: Int, length: Int, caret: String
  ) {
    let file = SourceFile(path: "a", text: line + "\n")
    var list = DiagnosticList()
    list.error(fault, "m", at: Span(file: file, line: 1, column: column, length: length))
    #expect(DiagnosticText.render(list).text.split(separator: "\n")[2] == "   | " + caret)
  }
}
