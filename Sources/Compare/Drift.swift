/// A file that is not as it would be generated.
public struct Drift: Sendable, Hashable {
  /// In which way.
  public enum Kind: String, Sendable, CaseIterable {
    /// It would be generated and is not there.
    case missing
    /// It is as it was generated last, and would be generated otherwise.
    case changed
    /// It is not as it was generated last.
    case edited
    /// It was generated last, and no longer would be.
    case stale
    /// It was generated once and then edited, and no longer would be: nothing removes it.
    case editedStale = "edited and stale"
    /// Nothing ever generated it.
    case foreign
    /// It holds vendored sources that are no longer what the repository has.
    case outdated
  }

  /// The path, the output folder's name in front.
  public let path: String
  /// What is the matter with it.
  public let kind: Kind

  /// Makes a value.
  public init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}
