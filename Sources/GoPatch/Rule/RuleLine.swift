import Diagnostics

/// One line of a rule file, read word by word.
struct RuleLine {
  let file: SourceFile
  /// From 1.
  let number: Int
  /// Offset of the line's first byte.
  let offset: Int
  let bytes: [UInt8]
  private(set) var position = 0

  init(file: SourceFile, number: Int, offset: Int, bytes: [UInt8]) {
    self.file = file
    self.number = number
    self.offset = offset
    self.bytes = bytes
  }

  /// The next byte's place.
  var span: Span { file.span(at: offset + position) }

  /// The place of the word that comes next.
  var nextSpan: Span {
    var copy = self
    copy.skipBlanks()
    var end = copy.position
    while end < bytes.count, !Self.isBlank(bytes[end]) { end += 1 }
    return file.span(at: offset + copy.position, length: end - copy.position)
  }

  var isAtEnd: Bool {
    var copy = self
    copy.skipBlanks()
    return copy.position == bytes.count
  }

  /// Takes the next word, up to a blank or a comma; text in quotes is one word, quotes included.
  mutating func word() -> String? {
    skipBlanks()
    guard position < bytes.count else { return nil }
    let start = position
    if bytes[start] == UInt8(ascii: ",") || bytes[start] == UInt8(ascii: "|") {
      position += 1
    } else if bytes[start] == UInt8(ascii: "\"") {
      position += 1
      while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
        position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
      }
      position = min(position + 1, bytes.count)
    } else {
      while position < bytes.count, !Self.isBlank(bytes[position]),
        bytes[position] != UInt8(ascii: ",")
      {
        position += 1
      }
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  /// The next word, left where it is.
  func peek() -> String? {
    var copy = self
    return copy.word()
  }

  /// Takes the next word if it is this one.
  mutating func take(_ word: String) -> Bool {
    guard peek() == word else { return false }
    _ = self.word()
    return true
  }

  /// Takes all that is left, without blanks around it.
  mutating func rest() -> String {
    skipBlanks()
    var end = bytes.count
    while end > position, Self.isBlank(bytes[end - 1]) { end -= 1 }
    let rest = String(decoding: bytes[position..<end], as: UTF8.self)
    position = bytes.count
    return rest
  }

  private mutating func skipBlanks() {
    while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
