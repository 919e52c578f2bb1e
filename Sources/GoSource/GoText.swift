/// A text read as tokens of Go: a file's, or a pattern's.
public struct GoText: Sendable {
  /// The bytes, unchanged.
  public let bytes: [UInt8]
  /// The tokens in order, semicolons at lines' ends included.
  public let tokens: [GoToken]
  /// The comments in order.
  public let comments: [GoComment]
  /// Offset of the first byte of each line.
  private let lineStarts: [Int]

  /// Reads a text.
  /// - Parameter readsPatterns: whether `$name` and `$$name` are tokens.
  public init(_ bytes: [UInt8], readsPatterns: Bool = false) throws(GoFault) {
    let lexed: Result<GoLexer, GoFault> = bytes.withUnsafeBufferPointer { pointer in
      var lexer = GoLexer(pointer, readsPatterns: readsPatterns)
      do throws(GoFault) {
        try lexer.run()
        return .success(lexer)
      } catch {
        return .failure(error)
      }
    }
    let lexer = try lexed.get()
    self.bytes = bytes
    tokens = lexer.tokens
    comments = lexer.comments
    lineStarts = lexer.lineStarts
  }

  /// The number of lines; a text that ends in a newline has an empty last one.
  public var lineCount: Int { lineStarts.count }

  /// The offsets of a line's bytes, its end included.
  public func lineRange(_ line: Int) -> Range<Int> {
    lineStarts[line]..<(line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count)
  }

  /// The offsets of a line's bytes without `\n` and `\r`.
  public func lineBody(_ line: Int) -> Range<Int> {
    let range = lineRange(line)
    var end = range.upperBound
    if end > range.lowerBound, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end > range.lowerBound, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return range.lowerBound..<end
  }

  /// The line that an offset is on.
  public func line(at offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The line a token ends on; only a raw string reaches over several.
  public func lastLine(of token: GoToken) -> Int {
    token.kind == .rawString ? line(at: token.end) : token.line
  }

  /// The bytes of a token.
  public func slice(_ index: Int) -> ArraySlice<UInt8> {
    bytes[tokens[index].start..<tokens[index].end]
  }

  /// The text of a token; `;` for the semicolon at a line's end.
  public func text(_ index: Int) -> String {
    tokens[index].kind == .lineEnd ? ";" : String(decoding: slice(index), as: UTF8.self)
  }

  /// Returns whether a token is this word or mark; a line's end is a `;`.
  public func isToken(_ index: Int, _ text: StaticString) -> Bool {
    let token = tokens[index]
    if token.kind == .lineEnd {
      return text.utf8CodeUnitCount == 1 && text.utf8Start.pointee == UInt8(ascii: ";")
    }
    guard token.end - token.start == text.utf8CodeUnitCount else { return false }
    for offset in 0..<text.utf8CodeUnitCount
    where bytes[token.start + offset] != text.utf8Start[offset] {
      return false
    }
    return true
  }
}
