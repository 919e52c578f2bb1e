/// The severity of a diagnostic.
public enum Severity: String, Sendable, Comparable {
  case note, warning, error

  /// Notes come before warnings, warnings before errors.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// One thing to tell the user about what was read.
public struct Diagnostic: Sendable, Hashable {
  /// A second place that helps to understand the first.
  public struct Note: Sendable, Hashable {
    /// Lower case, no full stop.
    public let message: String
    /// The position, if it has one.
    public let span: Span?

    /// Makes a note.
    public init(_ message: String, at span: Span? = nil) {
      self.message = message
      self.span = span
    }
  }

  /// The person who can follow a hint.
  public enum Applicability: String, Sendable {
    /// A program, unseen.
    case certain
    /// A program, and a person looks at it.
    case likely
    /// A person: the hint leaves a choice, or is about more than one place.
    case byHand = "by-hand"
  }

  /// The fault's stable name.
  public let id: DiagnosticID
  /// Error, warning or note.
  public let severity: Severity
  /// The message: lowercase, names in quotes, no period.
  public let message: String
  /// The position; nil if it has none in any file.
  public let span: Span?
  /// Other places that matter.
  public let notes: [Note]
  /// Advice on how to fix it, an imperative sentence without a period; nil: none.
  public let hint: String?
  /// The edit that the hint advises; nil where the hint leaves a choice.
  public let fix: Fix?

  /// The user or program that can follow the hint; nil without a hint.
  public var applicability: Applicability? {
    switch fix?.certainty {
    case .certain?: .certain
    case .likely?: .likely
    case nil: hint == nil ? nil : .byHand
    }
  }

  /// Makes a diagnostic.
  public init(
    _ severity: Severity, _ id: DiagnosticID, _ message: String, at span: Span?,
    notes: [Note] = [], hint: String? = nil, fix: Fix? = nil
  ) {
    self.id = id
    self.severity = severity
    self.message = message
    self.span = span
    self.notes = notes
    self.hint = hint
    self.fix = fix
  }
}

extension Diagnostic {
  /// Returns whether both say the same of the same place, text for text.
  public static func == (left: Diagnostic, right: Diagnostic) -> Bool {
    left.severity == right.severity && left.id == right.id && left.message == right.message
      && left.span == right.span && left.notes == right.notes && left.hint == right.hint
      && left.fix == right.fix
  }

  /// Feeds what is said, and where.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(span)
    message.hashBytes(into: &hasher)
  }
}

extension Diagnostic.Note {
  /// Returns whether both say the same of the same place, text for text.
  public static func == (left: Diagnostic.Note, right: Diagnostic.Note) -> Bool {
    left.message == right.message && left.span == right.span
  }

  /// Feeds what is said, and where.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(span)
    message.hashBytes(into: &hasher)
  }
}
