/// One text that was read: its path as the user knows it, and its bytes.
///
/// A reference type, so that a million spans can point at it for the price of a pointer; it never
/// changes after it is made.
public final class SourceFile: Sendable {
  /// The path as it is printed: relative to where the user stands, never made absolute.
  public let path: String
  /// The file's bytes, unchanged. They need not be valid UTF-8.
  public let bytes: [UInt8]
  /// Offset of the first byte of each line, behind a byte order mark.
  private let lineStarts: [Int]
  /// The number of scalars before each line.
  private let scalarStarts: [Int]

  /// The number of scalars in the text.
  public let scalarCount: Int

  /// Makes a source file of bytes that were read from `path`.
  ///
  /// Lines end as they do in editors: at LF, CR LF or CR.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    let textStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var starts = [textStart]
    var scalarStarts = [0]
    var scalars = 0
    for offset in bytes.indices.dropFirst(textStart) {
      let byte = bytes[offset]
      if byte & 0xC0 != 0x80 { scalars += 1 }
      guard byte == 0x0A || byte == 0x0D else { continue }
      if byte == 0x0D, offset + 1 < bytes.count, bytes[offset + 1] == 0x0A { continue }
      starts.append(offset + 1)
      scalarStarts.append(scalars)
    }
    lineStarts = starts
    self.scalarStarts = scalarStarts
    scalarCount = scalars
  }

  /// Makes a source file of a text.
  public convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// Offset of the first byte of the text: a byte order mark is no part of it.
  public var textStart: Int { lineStarts[0] }

  /// Number of lines; a text that ends in a newline has an empty last one.
  public var lineCount: Int { lineStarts.count }

  /// The line's text without its end of line; bytes that are not UTF-8 show as U+FFFD.
  /// - Parameter number: 1 for the first line; a line that does not exist is empty.
  public func line(_ number: Int) -> String {
    String(decoding: bytes[range(ofLine: number)], as: UTF8.self)
  }

  /// Some of a line's text, whatever the line's length.
  /// - Parameters:
  ///   - number: 1 for the first line.
  ///   - start: the scalars of the line that are left out before it.
  /// - Returns: at most so many scalars, and whether the line goes on behind them.
  func part(ofLine number: Int, from start: Int, count: Int) -> (text: String, isCut: Bool) {
    let line = range(ofLine: number)
    let first = offset(ofScalar: start, from: line.lowerBound, to: line.upperBound)
    let end = offset(ofScalar: count, from: first, to: line.upperBound)
    return (String(decoding: bytes[first..<end], as: UTF8.self), end < line.upperBound)
  }

  /// The offset of the scalar that is a number of scalars behind another offset, or the end.
  private func offset(ofScalar number: Int, from start: Int, to end: Int) -> Int {
    var left = number
    for offset in start..<end where bytes[offset] & 0xC0 != 0x80 {
      if left == 0 { return offset }
      left -= 1
    }
    return end
  }

  /// The offsets of a line's bytes without its end of line.
  private func range(ofLine number: Int) -> Range<Int> {
    guard number >= 1, number <= lineStarts.count else { return 0..<0 }
    let start = lineStarts[number - 1]
    var end = bytes.count
    if number < lineStarts.count {
      end = lineStarts[number] - 1
      if end > start, bytes[end] == 0x0A, bytes[end - 1] == 0x0D { end -= 1 }
    }
    return start..<end
  }

  /// The 1-based line and column (in Unicode scalars) of a byte offset.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    let offset = max(textStart, min(offset, bytes.count))
    let line = Self.last(in: lineStarts, notAfter: offset)
    var column = 1
    for byte in bytes[lineStarts[line]..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return (line + 1, column)
  }

  /// The byte offset of a line and column, both from 1; of a column behind the line's end, the end of
  /// the text at most.
  func offset(line: Int, column: Int) -> Int {
    var offset = lineStarts[min(max(line, 1), lineStarts.count) - 1]
    var left = column - 1
    while left > 0, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// The 1-based line and column of a scalar, counted from the start of the text.
  public func position(ofScalar number: Int) -> (line: Int, column: Int) {
    let line = Self.last(in: scalarStarts, notAfter: number)
    return (line + 1, number - scalarStarts[line] + 1)
  }

  /// The position of the last start that is not after a place.
  private static func last(in starts: [Int], notAfter place: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }

  /// A span of `length` scalars that begins at a byte offset.
  public func span(at offset: Int, length: Int = 1) -> Span {
    let (line, column) = position(at: offset)
    return Span(file: self, line: line, column: column, length: length)
  }

  /// The span from one scalar to before another; what lies on later lines is left out.
  public func span(ofScalars range: Range<Int>) -> Span {
    let (line, column) = position(ofScalar: range.lowerBound)
    let isOnOneLine = line == scalarStarts.count || range.upperBound < scalarStarts[line]
    return Span(file: self, line: line, column: column, length: isOnOneLine ? range.count : 1)
  }
}
