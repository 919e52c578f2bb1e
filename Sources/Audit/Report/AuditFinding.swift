public import Diagnostics
public import Reports

/// Something besides a refusal that users run into.
public struct AuditFinding: Sendable {
  /// The kind of finding.
  public let kind: FindingKind
  /// The problem, in words.
  public let words: String
  /// The fix, in the imperative.
  public let fix: String
  /// The containers that it is about, by their roles; empty: the pod, or no pod at all.
  public let containers: [String]
  /// The PodTemplates that it is about.
  public let templates: [String]
  /// The number of namespaces that have it.
  public let namespaces: Int
  /// The places of the values that cause it; empty if no file sets them.
  public let places: [ReportPlace]
  /// The reason why it blocks nothing; nil: it is not accepted.
  public let acceptance: AuditAcceptance?

  /// The first of its places.
  public var place: ReportPlace? { places.first }

  /// The severity; what is accepted is worth knowing.
  public var severity: Severity { acceptance == nil ? kind.severity : .note }
}
