/// Turns bytes into tokens, in one pass and without looking back.
///
/// It knows Go's tokens and its rule of semicolons, nothing of its grammar. Bytes over 0x7F count
/// as letters outside comments and strings, so no text needs to be valid UTF-8.
struct GoLexer {
  private(set) var tokens: [GoToken] = []
  private(set) var comments: [GoComment] = []
  /// Offset of the first byte of each line.
  private(set) var lineStarts = [0]

  private let bytes: UnsafeBufferPointer<UInt8>
  private let readsPatterns: Bool
  private var position = 0
  private var line = 0
  /// True if a line that ends here ends a statement, unless behind a keyword.
  private var mayEndStatement = false

  /// - Parameter readsPatterns: whether `$name` and `$$name` are tokens.
  init(_ bytes: UnsafeBufferPointer<UInt8>, readsPatterns: Bool) {
    self.bytes = bytes
    self.readsPatterns = readsPatterns
    tokens.reserveCapacity(min(bytes.count / 4, GoLimits.tokens))
  }

  mutating func run() throws(GoFault) {
    if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { position = 3 }
    guard bytes.count <= Int32.max else { throw GoFault("more than 2 GiB", line: 0) }
    while position < bytes.count {
      try next()
      guard tokens.count + comments.count <= GoLimits.tokens, lineStarts.count <= GoLimits.lines
      else {
        let what = lineStarts.count > GoLimits.lines ? "lines" : "tokens"
        throw GoFault("it has more than \(GoLimits.tokens) \(what)", line: line)
      }
    }
    if endsStatement { endLine() }
  }

  private func byte(_ ahead: Int) -> UInt8 {
    let index = position + ahead
    return index < bytes.count ? bytes[index] : 0
  }

  private mutating func next() throws(GoFault) {
    let first = bytes[position]
    switch first {
    case UInt8(ascii: "\n"):
      if endsStatement { endLine() }
      position += 1
      startLine()
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
      position += 1
    case UInt8(ascii: "\""):
      try quoted(by: first, kind: .string, what: "string")
    case UInt8(ascii: "'"):
      try quoted(by: first, kind: .rune, what: "rune")
    case UInt8(ascii: "`"):
      try rawString()
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
      lineComment()
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"):
      try blockComment()
    case UInt8(ascii: "$") where readsPatterns:
      try variable()
    default:
      if Self.isLetter(first) {
        word()
      } else if Self.isDigit(first) || first == UInt8(ascii: ".") && Self.isDigit(byte(1)) {
        number()
      } else {
        try mark()
      }
    }
  }

  /// True if a line that ends here ends a statement. Only now is it asked whether the last word is
  /// a keyword: most words are not the last of their line.
  private var endsStatement: Bool {
    guard mayEndStatement else { return false }
    guard let last = tokens.last, last.kind == .word else { return true }
    return !GoWords.continuesLine(UnsafeBufferPointer(rebasing: bytes[last.start..<last.end]))
  }

  private mutating func startLine() {
    line += 1
    lineStarts.append(position)
  }

  private mutating func endLine() {
    tokens.append(GoToken(kind: .lineEnd, start: position, end: position, line: line))
    mayEndStatement = false
  }

  private mutating func add(_ kind: GoTokenKind, length: Int, endsStatement ends: Bool) {
    tokens.append(
      GoToken(kind: kind, start: position, end: position + length, line: line))
    position += length
    mayEndStatement = ends
  }
}

// MARK: Words, numbers, marks

extension GoLexer {
  static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }

  private func wordLength(from ahead: Int = 0) -> Int {
    var length = ahead
    while Self.isLetter(byte(length)) || Self.isDigit(byte(length)) { length += 1 }
    return length
  }

  private mutating func word() {
    add(.word, length: wordLength(), endsStatement: true)
  }

  private mutating func variable() throws(GoFault) {
    let signs = byte(1) == UInt8(ascii: "$") ? 2 : 1
    guard Self.isLetter(byte(signs)) else { throw GoFault("'$' without a name", line: line) }
    add(
      signs == 2 ? .expression : .name, length: wordLength(from: signs), endsStatement: true)
  }

  private mutating func number() {
    let isHexadecimal = byte(0) == UInt8(ascii: "0") && byte(1) | 0x20 == UInt8(ascii: "x")
    let exponent = UInt8(ascii: isHexadecimal ? "p" : "e")
    var length = 1
    while true {
      let this = byte(length)
      if Self.isLetter(this) && this < 0x80 || Self.isDigit(this) || this == UInt8(ascii: ".") {
        length += 1
      } else if this == UInt8(ascii: "+") || this == UInt8(ascii: "-"),
        byte(length - 1) | 0x20 == exponent
      {
        length += 1
      } else {
        break
      }
    }
    add(.number, length: length, endsStatement: true)
  }

  private mutating func mark() throws(GoFault) {
    guard let length = GoMarks.length(byte(0), byte(1), byte(2)) else {
      throw GoFault("a byte that Go does not allow (\(byte(0)))", line: line)
    }
    let first = byte(0)
    let closes =
      first == UInt8(ascii: ")") || first == UInt8(ascii: "]") || first == UInt8(ascii: "}")
    let steps =
      length == 2 && first == byte(1) && (first == UInt8(ascii: "+") || first == UInt8(ascii: "-"))
    add(.mark, length: length, endsStatement: closes || steps)
  }
}

// MARK: Strings and comments

extension GoLexer {
  private mutating func quoted(by quote: UInt8, kind: GoTokenKind, what: String) throws(GoFault) {
    var length = 1
    while true {
      guard position + length < bytes.count, byte(length) != UInt8(ascii: "\n") else {
        throw GoFault("an unfinished \(what)", line: line)
      }
      if byte(length) == quote { break }
      let isEscape = byte(length) == UInt8(ascii: "\\") && byte(length + 1) != UInt8(ascii: "\n")
      length += isEscape ? 2 : 1
    }
    add(kind, length: length + 1, endsStatement: true)
  }

  private mutating func rawString() throws(GoFault) {
    let (start, startLine) = (position, line)
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "`") { pass() }
    guard position < bytes.count else {
      throw GoFault("an unfinished raw string", line: startLine)
    }
    position += 1
    tokens.append(GoToken(kind: .rawString, start: start, end: position, line: startLine))
    mayEndStatement = true
  }

  private mutating func pass() {
    let isLineEnd = bytes[position] == UInt8(ascii: "\n")
    position += 1
    if isLineEnd { startLine() }
  }

  private mutating func lineComment() {
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    var end = position
    if bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    comments.append(GoComment(start: start, end: end, line: line))
  }

  /// A comment that reaches over a line's end counts as that line's end.
  private mutating func blockComment() throws(GoFault) {
    let (start, startLine) = (position, line)
    let statementEnd = GoToken(kind: .lineEnd, start: start, end: start, line: line)
    position += 2
    while position + 1 < bytes.count,
      bytes[position] != UInt8(ascii: "*") || bytes[position + 1] != UInt8(ascii: "/")
    {
      pass()
    }
    guard position + 1 < bytes.count else {
      throw GoFault("an unfinished comment", line: startLine)
    }
    position += 2
    comments.append(GoComment(start: start, end: position, line: startLine))
    if endsStatement, line > startLine {
      tokens.append(statementEnd)
      mayEndStatement = false
    }
  }
}
