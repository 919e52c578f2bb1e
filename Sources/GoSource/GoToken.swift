/// The kind of a Go token.
public enum GoTokenKind: UInt8, Sendable {
  /// A name or a keyword.
  case word
  /// A number: integer, float, imaginary, in any base.
  case number
  /// A string in double quotes.
  case string
  /// A string in back quotes.
  case rawString
  /// A rune in single quotes.
  case rune
  /// An operator or a mark of punctuation.
  case mark
  /// A semicolon that Go puts at the end of a line; it has no width.
  case lineEnd
  /// `$name`, in patterns only.
  case name
  /// `$$name`, in patterns only.
  case expression
}

/// One token: where its bytes are, and what it is.
public struct GoToken: Sendable, Equatable {
  /// Its kind.
  public let kind: GoTokenKind
  private let first: Int32
  private let behind: Int32
  private let number: Int32

  /// Offset of its first byte.
  public var start: Int { Int(first) }
  /// Offset behind its last byte; the same as `start` for the semicolon at a line's end.
  public var end: Int { Int(behind) }
  /// The line it begins on, from 0.
  public var line: Int { Int(number) }

  init(kind: GoTokenKind, start: Int, end: Int, line: Int) {
    self.kind = kind
    // A text that is read has fewer bytes than this holds.
    first = Int32(truncatingIfNeeded: start)
    behind = Int32(truncatingIfNeeded: end)
    number = Int32(truncatingIfNeeded: line)
  }
}

/// A comment: no token, and never matched.
public struct GoComment: Sendable, Equatable {
  /// Offset of its first byte.
  public let start: Int
  /// Offset behind its last byte; a line comment ends before the end of its line.
  public let end: Int
  /// The line it begins on, from 0.
  public let line: Int
}

/// The reason why a text is not read as Go.
public struct GoFault: Error, Sendable, Equatable {
  /// The fault: lower case, no period.
  @Bytewise public private(set) var message: String
  /// The line it was found on, from 0.
  public let line: Int

  /// Makes a fault.
  public init(_ message: String, line: Int) {
    self.message = message
    self.line = line
  }
}
