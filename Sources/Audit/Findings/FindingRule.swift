public import Diagnostics

/// A kind of finding with all that is known of it: its page, and how it is found.
public struct FindingRule: Sendable {
  /// The kind.
  public let kind: FindingKind
  /// Sentences in Markdown: what it means.
  public let meaning: String
  /// Sentences in Markdown, in the imperative: how to fix it.
  public let fix: String
  /// Finds all of its kind. Only what is certain is told.
  let find: @Sendable (FindingContext) -> [Finding]

  /// How bad it is.
  public var severity: Severity { kind.severity }

  /// Every rule, in the order of the kinds.
  public static let all: [FindingRule] = FindingKind.allCases.map(of)

  /// The rule of a name.
  public static func named(_ name: String) -> FindingRule? {
    FindingKind(named: name).map(of)
  }

  private static func of(_ kind: FindingKind) -> FindingRule {
    switch kind {
    case .noDefaultTemplate: noDefaultTemplate
    case .noWritableTmp: noWritableTmp
    }
  }
}

/// What a rule finds in one line of an audit.
struct Finding {
  /// The line; nil: the cluster as a whole.
  var line: FindingContext.Line?
  /// What is so, in words.
  let words: String
  /// What to do about it, in the imperative.
  let fix: String
  /// The container that it is about, by its role; nil: the pod, or no pod at all.
  var container: String?
  /// Where the value stands that causes it.
  var place: AuditPlace?
}
