/// The diagnostics of a run, collected by value: stages take it `inout` and append.
///
/// Of each severity only the first thousand are kept: nobody reads more, and a text of a few
/// megabytes may be wrong a million times. The others are counted; what they would say is not even
/// made.
public struct DiagnosticList: Sendable {
  /// The number of diagnostics of one severity that are kept.
  public static let longest = 1_000

  /// In the order they were found.
  public private(set) var diagnostics: [Diagnostic] = []
  /// The number of diagnostics of each severity, including those that are not kept.
  private var found: [Severity: Int] = [:]

  /// An empty list.
  public init() {}

  /// The number of errors.
  public var errorCount: Int { found[.error] ?? 0 }

  /// True if a stage must not go on.
  public var hasErrors: Bool { errorCount > 0 }

  /// The number of diagnostics of a severity that are not kept.
  public func passedOver(_ severity: Severity) -> Int {
    max(0, (found[severity] ?? 0) - Self.longest)
  }

  /// Counts one more; whether it is kept.
  private mutating func takes(_ severity: Severity) -> Bool {
    let count = found[severity, default: 0]
    found[severity] = count + 1
    return count < Self.longest
  }

  /// Adds one diagnostic.
  public mutating func append(_ diagnostic: Diagnostic) {
    if takes(diagnostic.severity) { diagnostics.append(diagnostic) }
  }

  /// Adds all of another list.
  public mutating func append(contentsOf other: DiagnosticList) {
    for diagnostic in other.diagnostics { append(diagnostic) }
    for severity in [Severity.error, .warning, .note] {
      found[severity, default: 0] += other.passedOver(severity)
    }
  }

  /// Adds an error.
  public mutating func error(
    _ id: DiagnosticID, _ message: @autoclosure () -> String, at span: Span?,
    notes: @autoclosure () -> [Diagnostic.Note] = [], hint: @autoclosure () -> String? = nil,
    fix: @autoclosure () -> Fix? = nil
  ) {
    guard takes(.error) else { return }
    let (message, notes, hint) = (message(), notes(), hint())
    diagnostics.append(
      Diagnostic(.error, id, message, at: span, notes: notes, hint: hint, fix: fix()))
  }

  /// Adds a warning.
  public mutating func warning(
    _ id: DiagnosticID, _ message: @autoclosure () -> String, at span: Span?,
    notes: @autoclosure () -> [Diagnostic.Note] = [], hint: @autoclosure () -> String? = nil,
    fix: @autoclosure () -> Fix? = nil
  ) {
    guard takes(.warning) else { return }
    let (message, notes, hint) = (message(), notes(), hint())
    diagnostics.append(
      Diagnostic(.warning, id, message, at: span, notes: notes, hint: hint, fix: fix()))
  }

  /// Adds a note.
  public mutating func note(
    _ id: DiagnosticID, _ message: @autoclosure () -> String, at span: Span?,
    hint: @autoclosure () -> String? = nil
  ) {
    guard takes(.note) else { return }
    diagnostics.append(Diagnostic(.note, id, message(), at: span, hint: hint()))
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
    var seen: Set<Diagnostic> = []
    return placed.map(\.element).filter { seen.insert($0).inserted }
  }
}
