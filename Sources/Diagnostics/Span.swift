/// A place in a source file: a line, a column and how far it reaches on that line.
public struct Span: Sendable, Hashable {
  /// The text it points into.
  public let file: SourceFile
  /// 1 for the first line; 0 means the file as a whole.
  public let line: Int
  /// 1 for the first column, counted in Unicode scalars; 0 means the line as a whole.
  public let column: Int
  /// Scalars covered on that line, at least 1.
  public let length: Int

  /// Makes a span.
  public init(file: SourceFile, line: Int, column: Int, length: Int = 1) {
    self.file = file
    self.line = line
    self.column = column
    self.length = max(1, length)
  }

  /// A span that means the file as a whole.
  public static func whole(_ file: SourceFile) -> Span {
    Span(file: file, line: 0, column: 0)
  }

  /// Two spans are the same place when path, line, column and length agree.
  public static func == (left: Span, right: Span) -> Bool {
    left.line == right.line && left.column == right.column && left.length == right.length
      && (left.file === right.file || left.file.path == right.file.path)
  }

  /// Feeds the place, not the text, to the hasher.
  public func hash(into hasher: inout Hasher) {
    file.path.hashBytes(into: &hasher)
    hasher.combine(line)
    hasher.combine(column)
  }

  /// The text that it covers; empty for a line or a file as a whole.
  public var text: String {
    guard line > 0, column > 0 else { return "" }
    let scalars = file.line(line).unicodeScalars.dropFirst(column - 1).prefix(length)
    return String(String.UnicodeScalarView(scalars))
  }

  /// `path:line:column`, or the path alone for a whole file.
  public var description: String {
    line == 0 ? file.path : "\(file.path):\(line):\(column)"
  }
}
