/// Something that a profile says and that does not reach what it is for.
public struct LostValue: Sendable {
  /// What does not reach what, and why.
  public let words: String
  /// What to do about it, in the imperative.
  public let fix: String
  /// Where the profile says it.
  public let place: AuditPlace?
  /// The PodTemplates that are made of the profile.
  public let templates: [String]
  /// The namespaces that have them.
  public let namespaces: [String]

  /// Makes a value.
  public init(
    words: String, fix: String, place: AuditPlace?, templates: [String], namespaces: [String]
  ) {
    self.words = words
    self.fix = fix
    self.place = place
    self.templates = templates
    self.namespaces = namespaces
  }
}
