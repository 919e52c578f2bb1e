/// The diagnostics of a run, collected by value: stages take it `inout` and append.
public struct DiagnosticList: Sendable {
  /// In the order they were found.
  public private(set) var diagnostics: [Diagnostic] = []
  /// How many of them are errors.
  public private(set) var errorCount = 0

  /// An empty list.
  public init() {}

  /// Whether a stage must not go on.
  public var hasErrors: Bool { errorCount > 0 }

  /// Adds one diagnostic.
  public mutating func append(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
    if diagnostic.severity == .error { errorCount += 1 }
  }

  /// Adds all of another list.
  public mutating func append(contentsOf other: DiagnosticList) {
    diagnostics.append(contentsOf: other.diagnostics)
    errorCount += other.errorCount
  }

  /// Adds an error.
  public mutating func error(
    _ id: DiagnosticID, _ message: String, at span: Span?, notes: [Diagnostic.Note] = [],
    hint: String? = nil, fix: Fix? = nil
  ) {
    append(Diagnostic(.error, id, message, at: span, notes: notes, hint: hint, fix: fix))
  }

  /// Adds a warning.
  public mutating func warning(
    _ id: DiagnosticID, _ message: String, at span: Span?, notes: [Diagnostic.Note] = [],
    hint: String? = nil, fix: Fix? = nil
  ) {
    append(Diagnostic(.warning, id, message, at: span, notes: notes, hint: hint, fix: fix))
  }

  /// Adds a note.
  public mutating func note(
    _ id: DiagnosticID, _ message: String, at span: Span?, hint: String? = nil
  ) {
    append(Diagnostic(.note, id, message, at: span, hint: hint))
  }
}

extension DiagnosticList {
  /// The diagnostics by path, line and column, each exact repetition once; those of one place stay
  /// in the order they were found, and those without a place come last.
  public var sorted: [Diagnostic] {
    let placed = diagnostics.enumerated().sorted { left, right in
      switch (left.element.span, right.element.span) {
      case (let a?, let b?):
        if a.file !== b.file, a.file.path != b.file.path { return a.file.path < b.file.path }
        if (a.line, a.column) != (b.line, b.column) {
          return (a.line, a.column) < (b.line, b.column)
        }
      case (.some, nil): return true
      case (nil, .some): return false
      case (nil, nil): break
      }
      return left.offset < right.offset
    }
    var result: [Diagnostic] = []
    for (_, diagnostic) in placed {
      let isRepeated = result.reversed().prefix { $0.span == diagnostic.span }
        .contains(diagnostic)
      if !isRepeated { result.append(diagnostic) }
    }
    return result
  }

  /// How many of them are warnings.
  public var warningCount: Int { diagnostics.count { $0.severity == .warning } }
}
