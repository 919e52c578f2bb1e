import GoSource

/// The columns of `Key: value,` lines, as gofmt lays them out: neighbors on single lines, with
/// no blank line and no comment between them, have their values in one column.
struct ElementAlignment {
  private let file: GoFile

  init(_ file: GoFile) { self.file = file }

  /// New lines for behind a source line: their values in the column of their neighbors.
  func aligned(_ lines: [[UInt8]], after sourceLine: Int) throws(EditFault) -> [[UInt8]] {
    var aligned = lines
    for index in lines.indices {
      guard let key = Self.keyLength(lines[index]), lines[index].last == 0x2C else { continue }
      var column: Int?
      if index == 0 { column = valueColumn(sourceLine) }
      if index == lines.count - 1 { column = column ?? valueColumn(sourceLine + 1) }
      guard let column else { continue }
      let line = lines[index]
      let value = line[key...].drop { $0 == 0x20 }
      guard key < column else {
        throw EditFault(
          message: "the new key is longer than its neighbors, which would have to be realigned",
          line: sourceLine)
      }
      aligned[index] =
        Array(line[..<key]) + [UInt8](repeating: 0x20, count: column - key) + Array(value)
    }
    return aligned
  }

  /// The column of the value in a source line that is one whole `Key: value,`.
  private func valueColumn(_ line: Int) -> Int? {
    guard line < file.text.lineCount else { return nil }
    let body = Array(file.text.bytes[file.text.lineBody(line)])
    guard let key = Self.keyLength(body) else { return nil }
    let start = file.text.lineBody(line).lowerBound
    let here = tokens(of: line)
    guard let last = here.last(where: { file.text.tokens[$0].kind != .lineEnd }),
      file.text.isToken(last, ","), file.text.lastLine(of: file.text.tokens[last]) == line,
      here.allSatisfy({ (file.brackets.partner(of: $0) ?? $0) <= last })
    else { return nil }
    let value = body[key...].prefix { $0 == 0x20 }.endIndex
    return file.text.tokens[here.lowerBound].start >= start ? value : nil
  }

  private func tokens(of line: Int) -> Range<Int> {
    let tokens = file.text.tokens
    var low = 0
    var high = tokens.count
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].line < line { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < tokens.count, tokens[end].line == line { end += 1 }
    return low..<end
  }

  /// The offset behind `Key:` in a line that begins so.
  private static func keyLength(_ line: [UInt8]) -> Int? {
    var index = line.prefix { $0 == 0x09 }.count
    let start = index
    while index < line.count, isWord(line[index]) { index += 1 }
    guard index > start, index + 1 < line.count, line[index] == 0x3A, line[index + 1] == 0x20
    else { return nil }
    return index + 1
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }
}
