import Testing

@testable import GoSource

@Suite("Go lexer")
struct GoLexerTests {
  private func tokens(_ text: String) throws -> [String] {
    let text = try GoText(Array(text.utf8))
    return text.tokens.indices.map { text.text($0) }
  }

  @Test("semicolons come where Go puts them")
  func semicolons() throws {
    #expect(
      try tokens("x\nreturn\ny++\nf()\n") == [
        "x", ";", "return", ";", "y", "++", ";", "f", "(", ")", ";",
      ])
    #expect(
      try tokens("if x {\n\ta = b +\n\t\tc\n}") == [
        "if", "x", "{", "a", "=", "b", "+", "c", ";", "}", ";",
      ])
    #expect(try tokens("a // note\nb /* one\ntwo */ c") == ["a", ";", "b", ";", "c", ";"])
  }

  @Test(
    "marks are as long as they can be",
    arguments: ["<<=", "&^=", "...", "<-", ":=", "&&", "==", "!=", "->", "&^", "++"])
  func marks(_ mark: String) throws {
    let expected = mark == "->" ? ["-", ">"] : [mark]
    #expect(try Array(tokens("a \(mark) b").dropFirst().prefix(expected.count)) == expected)
  }

  @Test(
    "numbers are one token",
    arguments: ["0", "1_000", "0x1F", "1e-9", "0x1p-2", "1.5e+3i", ".5", "0b101", "3i"])
  func numbers(_ number: String) throws {
    #expect(try tokens(number) == [number, ";"])
  }

  @Test("a hexadecimal digit e is no exponent")
  func hexadecimal() throws {
    #expect(try tokens("0xe+1") == ["0xe", "+", "1", ";"])
  }

  @Test("strings and runes keep what they hold")
  func strings() throws {
    #expect(
      try tokens(#"f("a\"b", '\'', `x"y`)"#) == [
        "f", "(", #""a\"b""#, ",", #"'\''"#, ",", #"`x"y`"#, ")", ";",
      ])
  }

  @Test("lines and comments know their places")
  func places() throws {
    let text = try GoText(Array("a\n// one\nb `x\ny` c\n".utf8))
    #expect(text.comments.map(\.line) == [1])
    #expect(text.tokens.filter { $0.kind != .lineEnd }.map(\.line) == [0, 2, 2, 3])
    #expect(text.lastLine(of: text.tokens[3]) == 3)
  }

  @Test(
    "what has no end is a fault with its line",
    arguments: [("a\n\"b\n", 1), ("\n\n`x", 2), ("'\n", 0), ("/* x\n\n", 0), ("a \\ b", 0)])
  func faults(_ text: String, _ line: Int) {
    #expect {
      try GoText(Array(text.utf8))
    } throws: { error in
      (error as? GoFault)?.line == line
    }
  }

  @Test("bytes that are not UTF-8 are fine in comments, strings and names")
  func otherBytes() throws {
    let bytes = Array("// ".utf8) + [0xE4, 0xFF, 0x0A] + Array("x = \"".utf8) + [0xFF, 0x22]
    #expect(try GoText(bytes).tokens.map(\.kind) == [.word, .mark, .string, .lineEnd])
  }

  @Test("a line of a megabyte is read")
  func longLine() throws {
    let count = 250_000
    let text = try GoText(Array(String(repeating: "a + ", count: count).utf8) + [0x62])
    #expect(text.tokens.count == 2 * count + 2)
  }

  @Test("any bytes give tokens or a fault")
  func anyBytes() {
    let letters = Array("a1.\"'`/*\n{}()[]+-=<$\\ \r,;e".utf8)
    var state: UInt64 = 7
    var read = 0
    for _ in 0..<3000 {
      let bytes = (0..<12).map { _ -> UInt8 in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return letters[Int(state >> 33) % letters.count]
      }
      if let text = try? GoText(bytes) {
        read += 1
        #expect(text.tokens.allSatisfy { $0.start <= $0.end && $0.end <= bytes.count })
        _ = try? GoFile(bytes)
      }
    }
    #expect(read > 100)
  }

  @Test("a text of nothing but marks has a limit")
  func limits() throws {
    #expect(throws: GoFault("it has more than 1000000 tokens", line: 0)) {
      try GoText([UInt8](repeating: UInt8(ascii: ";"), count: GoLimits.tokens + 1))
    }
    #expect(throws: GoFault.self) {
      try GoText([UInt8](repeating: UInt8(ascii: "\n"), count: GoLimits.lines + 1))
    }
    #expect(throws: Never.self) {
      try GoText([UInt8](repeating: UInt8(ascii: ";"), count: GoLimits.tokens))
    }
  }
}
