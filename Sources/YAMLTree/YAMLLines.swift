public import Values

/// A document line by line, as `YAMLWriter` writes it, with the line of each value.
public struct YAMLLines: Sendable {
  /// A step from a value to one below it.
  public enum Step: Sendable, Hashable {
    /// The key of a mapping.
    case key(ByteText)
    /// The position of an entry of a list, from 0.
    case index(Int)
  }

  /// The lines, without their newlines.
  public let lines: [String]
  private let numbers: [[Step]: Int]

  /// Writes a document.
  public init(_ value: PlainValue) {
    var writer = BlockWriter(recordsStarts: true)
    writer.document(value)
    var numbers: [[Step]: Int] = [[]: 1]
    var (number, offset) = (1, 0)
    for start in writer.starts {
      while offset < start.offset {
        if writer.bytes[offset] == UInt8(ascii: "\n") { number += 1 }
        offset += 1
      }
      numbers[start.path] = number
    }
    self.numbers = numbers
    var lines = writer.bytes.split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    self.lines = lines.map { String(decoding: $0, as: UTF8.self) }
  }

  /// The line of a value's key or dash, from 1; nil if there is no such value.
  public func line(of path: [Step]) -> Int? { numbers[path] }
}
