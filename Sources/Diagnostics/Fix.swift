/// One edit of what was read that does what a hint says: a part of a line goes, and a text comes in its
/// place. Later commands offer it to editors and code scanners.
public struct Fix: Sendable, Equatable {
  /// The probability that the author wants it.
  public enum Certainty: String, Sendable {
    /// It says what was meant, as the tool reads it.
    case certain
    /// It says what was probably meant.
    case likely
  }

  /// The text that is replaced.
  public let span: Span
  /// The replacement.
  public let text: String
  /// The probability that the author wants it.
  public let certainty: Certainty

  /// Puts a text in the place of a word. Nil where the word does not stand at the place by itself, plain
  /// or in quotes: a text of several lines, an alias, a word behind an anchor or a tag.
  public init?(replacing word: String, at span: Span?, by text: String, _ certainty: Certainty) {
    guard let span, [word, "\"\(word)\"", "'\(word)'"].contains(span.text) else { return nil }
    self.init(covering: span, text: text, certainty)
  }

  init(covering span: Span, text: String, _ certainty: Certainty) {
    self.span = span
    self.text = text
    self.certainty = certainty
  }

  /// The file's bytes with the edit done.
  public var edited: [UInt8] {
    let bytes = span.file.bytes
    let start = span.file.offset(line: span.line, column: span.column)
    let end = span.file.offset(line: span.line, column: span.column + span.length)
    return Array(bytes[..<start]) + Array(text.utf8) + Array(bytes[end...])
  }
}
