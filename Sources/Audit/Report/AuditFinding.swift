/// Something besides a refusal that users run into.
public struct AuditFinding: Sendable {
  /// What it is about; the name is stable.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Namespaces have PodTemplates, and none of them is the default one.
    case noDefaultTemplate = "no-default-template"
    /// The root is read-only, and nothing is mounted to `/tmp` that can be written.
    case noWritableTmp = "no-writable-tmp"
  }

  /// What it is about.
  public let kind: Kind
  /// What is so, in words.
  public let words: String
  /// What to do about it, in the imperative.
  public let fix: String
  /// The PodTemplates that it is about.
  public let templates: [String]
  /// How many namespaces are concerned.
  public let namespaces: Int
}
