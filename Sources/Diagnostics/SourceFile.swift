/// One text that was read: its path as the user knows it, and its bytes.
///
/// A reference type, so that a million spans can point at it for the price of a pointer; it never
/// changes after it is made.
public final class SourceFile: Sendable {
  /// The path as it is printed: relative to where the user stands, never made absolute.
  public let path: String
  /// The file's bytes, unchanged. They need not be valid UTF-8.
  public let bytes: [UInt8]
  /// Offset of the first byte of each line.
  private let lineStarts: [Int]

  /// Makes a source file of bytes that were read from `path`.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      starts.append(offset + 1)
    }
    lineStarts = starts
  }

  /// Makes a source file of a text.
  public convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// Number of lines; a text that ends in a newline has an empty last one.
  public var lineCount: Int { lineStarts.count }

  /// The line's text without its end of line; bytes that are not UTF-8 show as U+FFFD.
  /// - Parameter number: 1 for the first line; a line that does not exist is empty.
  public func line(_ number: Int) -> String {
    guard number >= 1, number <= lineStarts.count else { return "" }
    let start = lineStarts[number - 1]
    var end = number < lineStarts.count ? lineStarts[number] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The 1-based line and column (in Unicode scalars) of a byte offset.
  public func position(at offset: Int) -> (line: Int, column: Int) {
    let offset = max(0, min(offset, bytes.count))
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    var column = 1
    for byte in bytes[lineStarts[low]..<offset] where byte & 0xC0 != 0x80 { column += 1 }
    return (low + 1, column)
  }

  /// A span of `length` scalars that begins at a byte offset.
  public func span(at offset: Int, length: Int = 1) -> Span {
    let (line, column) = position(at: offset)
    return Span(file: self, line: line, column: column, length: length)
  }
}
