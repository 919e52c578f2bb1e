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
    /// It was generated once and then edited, or its record is lost, and no longer would be:
    /// nothing removes it.
    case editedStale = "edited and stale"
    /// Nothing ever generated it, and it stands where a file would be written.
    case inTheWay = "in the way"
    /// A link or a folder stands where a file would be written, or a link or a file where a folder
    /// would be made.
    case obstructed
    /// Nothing ever generated it.
    case foreign
    /// It holds vendored sources that are no longer what the repository has.
    case outdated
  }

  /// Whether `generate` refuses to write as long as it is there.
  public var stops: Bool { kind == .inTheWay || kind == .obstructed }

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
