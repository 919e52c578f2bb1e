public import Diagnostics
public import Values

/// A place in a file, as reports name it.
public struct ReportPlace: Sendable, Hashable {
  /// The file.
  @Bytewise public private(set) var path: String
  /// The line, from 1; 0: the file as a whole.
  public let line: Int
  /// The column, from 1, in Unicode scalars; 0: the line as a whole.
  public let column: Int

  /// Makes a place.
  public init(path: String, line: Int, column: Int = 0) {
    self.path = path
    self.line = line
    self.column = column
  }

  /// `path:line:column`.
  public var description: String {
    line == 0 ? path : column == 0 ? "\(path):\(line)" : "\(path):\(line):\(column)"
  }
}

extension ReportPlace {
  /// Makes one of a span.
  public init(_ span: Span) {
    self.init(path: span.file.path, line: span.line, column: span.column)
  }

  /// Makes one of the place that a value comes from; nil where nobody wrote it.
  public init?(_ origin: Origin?) {
    guard let span = origin?.span else { return nil }
    self.init(span)
  }
}
