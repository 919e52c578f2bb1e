public import Diagnostics

/// Something besides a refusal that users run into.
public struct AuditFinding: Sendable {
  /// What it is about.
  public let kind: FindingKind
  /// What is so, in words.
  public let words: String
  /// What to do about it, in the imperative.
  public let fix: String
  /// The containers that it is about, by their roles; empty: the pod, or no pod at all.
  public let containers: [String]
  /// The PodTemplates that it is about.
  public let templates: [String]
  /// How many namespaces are concerned.
  public let namespaces: Int
  /// Where the value stands that causes it; nil where it stands nowhere.
  public let place: AuditPlace?

  /// How bad it is.
  public var severity: Severity { kind.severity }
}
