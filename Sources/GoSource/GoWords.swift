/// Go's keywords, as far as the lexer must tell them from names.
enum GoWords {
  /// The keywords behind which a line's end does not end a statement.
  private static let continuing: [[UInt8]] = [
    "case", "chan", "const", "default", "defer", "else", "for", "func", "go", "goto", "if",
    "import", "interface", "map", "package", "range", "select", "struct", "switch", "type", "var",
  ].map { Array($0.utf8) }

  /// True if a statement goes on behind this word, which is so for all keywords but four.
  static func continuesLine(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard (2...9).contains(text.count), text[0] >= UInt8(ascii: "c") else { return false }
    return continuing.contains { $0.count == text.count && $0.elementsEqual(text) }
  }
}

/// Go's operators and marks of punctuation.
enum GoMarks {
  private static let single = table("+-*/%&|^<>=!()[]{},;.:~")
  /// Marks that may be doubled: `++ && == …`.
  private static let doubled = table("+-&|<>=")
  /// Marks that may have `=` behind them.
  private static let assigned = table("+-*/%&|^<>!:=")

  private static func table(_ marks: String) -> [Bool] {
    var table = [Bool](repeating: false, count: 256)
    for mark in marks.utf8 { table[Int(mark)] = true }
    return table
  }

  /// The number of the three bytes that belong to one mark; nil if none begins here.
  static func length(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> Int? {
    guard single[Int(first)] else { return nil }
    let equals = UInt8(ascii: "=")
    if first == UInt8(ascii: ".") {
      return second == first && third == first ? 3 : 1
    }
    if first == second, doubled[Int(first)], first != equals || second == equals {
      let shifts = first == UInt8(ascii: "<") || first == UInt8(ascii: ">")
      return shifts && third == equals ? 3 : 2
    }
    if first == UInt8(ascii: "&"), second == UInt8(ascii: "^") { return third == equals ? 3 : 2 }
    if first == UInt8(ascii: "<"), second == UInt8(ascii: "-") { return 2 }
    return second == equals && assigned[Int(first)] ? 2 : 1
  }
}
