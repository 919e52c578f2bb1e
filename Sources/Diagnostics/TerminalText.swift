/// Text on its way to a terminal, a log or a pipe. What the program itself says is written as literal,
/// and may end lines and have colors; what comes from outside is interpolated, and stays on its line
/// whatever it holds. The streams of a run take nothing else, so that neither a file's name nor an
/// argument can look like an answer of the program.
public struct TerminalText: Sendable, ExpressibleByStringInterpolation {
  /// The text as it goes out.
  public private(set) var text: String

  /// Makes one of words of the program.
  public init(stringLiteral text: String) { self.text = text }

  /// Makes one of words of the program and values from outside.
  public init(stringInterpolation interpolation: StringInterpolation) { text = interpolation.text }

  /// Takes text of a form that has nothing from outside in it but escaped: diagnostics, YAML, JSON.
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

    /// Takes a number.
    public mutating func appendInterpolation(_ number: Int) { text += String(number) }

    /// Takes text that is escaped.
    public mutating func appendInterpolation(_ other: TerminalText) { text += other.text }
  }
}

extension Sequence where Element == TerminalText {
  /// All of them, one behind the other.
  public func joined() -> TerminalText { TerminalText(escaped: map(\.text).joined()) }
}
