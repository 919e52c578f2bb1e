/// Text on its way to a terminal, a log or a pipe. What the program itself says is written as literal,
/// and may end lines and have colors; what comes from outside is interpolated, and stays on its line
/// whatever it holds. The streams of a run take nothing else, so that neither a file's name nor an
/// argument can look like an answer of the program.
public struct TerminalText: Sendable, Equatable, ExpressibleByStringInterpolation {
  /// The text as it goes out.
  @Bytewise public private(set) var text: String

  /// Makes one of words of the program.
  public init(stringLiteral text: String) { self.text = text }

  /// Makes one of words of the program and values from outside.
  public init(stringInterpolation interpolation: StringInterpolation) { text = interpolation.text }

  /// Takes text that has nothing from outside in it but escaped by rules of its own: YAML and JSON, and
  /// help, which is the program's own words. A test knows every place that makes one.
  public init(escaped text: String) { self.text = text }

  /// Takes a text of several lines from outside: its line ends stay.
  public init(lines text: String) {
    self.text = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { ShownText.whole(String($0)) }.joined(separator: "\n")
  }

  /// One behind the other.
  public static func + (left: TerminalText, right: TerminalText) -> TerminalText {
    TerminalText(escaped: left.text + right.text)
  }

  /// Adds another one behind it.
  public static func += (left: inout TerminalText, right: TerminalText) { left.text += right.text }

  /// Words and values, put together.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var text = ""

    /// Begins with nothing.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Takes words of the program.
    public mutating func appendLiteral(_ literal: String) { text += literal }

    /// Takes a value from outside, escaped.
    public mutating func appendInterpolation(_ value: String) { text += ShownText.whole(value) }

    /// Takes a message from outside, escaped; of a very long one the middle is cut.
    public mutating func appendInterpolation(cut value: String) { text += ShownText.line(value) }

    /// Takes a hint from outside, escaped; of a very long one the end is cut. Its middle must stay: it
    /// may be a command, and what was in quotes would come out of them.
    public mutating func appendInterpolation(endCut value: String) {
      text += ShownText.start(of: value)
    }

    /// Takes a number.
    public mutating func appendInterpolation(_ number: Int) { text += String(number) }

    /// Takes text that is escaped.
    public mutating func appendInterpolation(_ other: TerminalText) { text += other.text }
  }
}

extension TerminalText {
  /// True if there is nothing in it.
  public var isEmpty: Bool { text.isEmpty }

  /// The columns of a terminal that it takes; of a text of one line without colors.
  public var width: Int { ShownText.width(text) }

  /// Its lines, each with its end.
  public var lines: [TerminalText] {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map { TerminalText(escaped: $0 + "\n") }
  }

  /// With blanks behind it, up to a number of columns.
  public func padded(to width: Int) -> TerminalText {
    self + TerminalText(escaped: String(repeating: " ", count: max(0, width - self.width)))
  }

  /// Without the blanks at its end.
  public var withoutTrailingBlanks: TerminalText {
    let blanks = text.utf8.reversed().prefix { $0 == 0x20 }.count
    return TerminalText(escaped: String(text.dropLast(blanks)))
  }

  /// In a color: `code` is what stands between `ESC [` and `m`; nil leaves it as it is.
  public func painted(_ code: StaticString?) -> TerminalText {
    guard let code else { return self }
    return TerminalText(escaped: "\u{1B}[\(code)m\(text)\u{1B}[0m")
  }
}

extension Sequence where Element == TerminalText {
  /// All of them, one behind the other.
  public func joined(separator: TerminalText = "") -> TerminalText {
    TerminalText(escaped: map(\.text).joined(separator: separator.text))
  }
}
