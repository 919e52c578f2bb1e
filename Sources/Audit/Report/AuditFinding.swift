/// Something besides a refusal that users run into.
public struct AuditFinding: Sendable {
  /// The kind of a finding; the name is stable.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Namespaces have PodTemplates, and none of them is the default one.
    case noDefaultTemplate = "no-default-template"
    /// The root is read-only, and nothing is mounted to `/tmp` that can be written.
    case noWritableTmp = "no-writable-tmp"
  }

  /// The kind.
  public let kind: Kind
  /// The fact, in words.
  public let words: String
  /// The fix, in the imperative.
  public let fix: String
  /// The PodTemplates that it is about.
  public let templates: [String]
  /// The number of namespaces that have it.
  public let namespaces: Int
}
