import Diagnostics
import Testing

@Suite struct FixTests {
  private func edited(_ text: String, _ word: String, line: Int, column: Int, length: Int)
    -> String?
  {
    let file = SourceFile(path: "a", text: text)
    let span = Span(file: file, line: line, column: column, length: length)
    return Fix(replacing: word, at: span, by: "new", .likely).map {
      String(decoding: $0.edited, as: UTF8.self)
    }
  }

  @Test func aWordIsReplacedWithItsQuotes() {
    #expect(edited("a: old # b\n", "old", line: 1, column: 4, length: 3) == "a: new # b\n")
    #expect(edited("a: 'old'", "old", line: 1, column: 4, length: 5) == "a: new")
    #expect(edited("a: \"old\"\n", "old", line: 1, column: 4, length: 5) == "a: new\n")
  }

  @Test func linesAndColumnsAreThoseOfEditors() {
    #expect(
      edited("ä: 1\r\nö€: old\r\n", "old", line: 2, column: 5, length: 3) == "ä: 1\r\nö€: new\r\n")
    #expect(edited("\u{FEFF}old", "old", line: 1, column: 1, length: 3) == "\u{FEFF}new")
    #expect(edited("x: 👩‍🚀 old", "old", line: 1, column: 8, length: 3) == "x: 👩‍🚀 new")
  }

  @Test func whatDoesNotStandThereByItselfIsLeft() {
    #expect(edited("a: *old", "old", line: 1, column: 4, length: 4) == nil)
    #expect(edited("a: &b old", "old", line: 1, column: 4, length: 6) == nil)
    #expect(edited("a: |\n  old", "old", line: 1, column: 4, length: 1) == nil)
    #expect(edited("a: old", "old", line: 0, column: 0, length: 1) == nil)
    #expect(edited("a: old", "old", line: 9, column: 4, length: 3) == nil)
    #expect(Fix(replacing: "old", at: nil, by: "new", .certain) == nil)
  }
}
