import Diagnostics
import Testing

@Suite struct SourceFileTests {
  @Test func positionsCountScalarsAndLines() {
    let file = SourceFile(path: "a.yaml", text: "é: 1\nb: 2\n")
    #expect(file.position(at: 4) == (1, 4))
    #expect(file.position(at: 6) == (2, 1))
    #expect(file.line(2) == "b: 2")
    #expect(file.line(9) == "")
  }

  @Test func linesEndAsTheyDoInEditors() {
    let file = SourceFile(path: "a", text: "a\rb\r\nc\u{2028}\u{85}d\n\ne")
    #expect((1...6).map(file.line) == ["a", "b", "c\u{2028}\u{85}d", "", "e", ""])
    #expect(file.lineCount == 5)
    #expect(file.position(at: 2) == (2, 1))
    #expect(file.position(ofScalar: 5) == (3, 1))
    #expect(file.position(ofScalar: 8) == (3, 4))
  }

  @Test func aByteOrderMarkIsNoPartOfTheText() {
    let file = SourceFile(path: "a", text: "\u{FEFF}ab\nc\n")
    #expect(file.line(1) == "ab")
    #expect(file.position(at: 0) == (1, 1))
    #expect(file.position(at: 4) == (1, 2))
    #expect(file.position(ofScalar: 3) == (2, 1))
    #expect(SourceFile(path: "a", text: "\u{FEFF}").line(1) == "")
  }

  @Test func aSpanEndsWithItsLine() {
    let file = SourceFile(path: "a", text: "abc\nde\n")
    #expect(file.span(ofScalars: 1..<3).length == 2)
    #expect(file.span(ofScalars: 1..<6).length == 1)
    #expect(file.span(ofScalars: 4..<6) == Span(file: file, line: 2, column: 1, length: 2))
  }
}
