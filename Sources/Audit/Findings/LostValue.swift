public import Reports

/// A value of a profile that does not reach its target.
public struct LostValue: Sendable {
  /// The value that has no effect, the place that it does not reach, and the reason.
  public let words: String
  /// The fix, in the imperative.
  public let fix: String
  /// The place where the profile sets it.
  public let place: ReportPlace?
  /// The PodTemplates that are made of the profile.
  public let templates: [String]
  /// The namespaces that have them.
  public let namespaces: [String]

  /// Makes a value.
  public init(
    words: String, fix: String, place: ReportPlace?, templates: [String], namespaces: [String]
  ) {
    self.words = words
    self.fix = fix
    self.place = place
    self.templates = templates
    self.namespaces = namespaces
  }
}
