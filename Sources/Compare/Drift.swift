/// A file or a folder that is not as it would be generated.
public struct Drift: Sendable, Hashable {
  /// In which way.
  public enum Kind: String, Sendable, CaseIterable {
    /// It would be generated and is not there.
    case missing
    /// It is as it was generated last, and would be generated otherwise.
    case changed
    /// It is as it would be generated, but for CR LF at the ends of its lines.
    case lineEnds = "line ends"
    /// It is not as it was generated last.
    case edited
    /// It was generated last, and no longer would be.
    case stale
    /// It was generated once and then edited, or its record is lost, and no longer would be:
    /// nothing removes it.
    case editedStale = "edited and stale"
    /// An interrupted run left it.
    case unfinished
    /// Nothing ever generated it, and it stands where a file would be written.
    case inTheWay = "in the way"
    /// A folder that was made for another cluster than the one of its name.
    case ofAnother = "of another cluster"
    /// A link or a folder stands where a file would be written, or a link or a file where a folder
    /// would be made.
    case obstructed
    /// Nothing ever generated it.
    case foreign
    /// It holds vendored sources that are no longer what the repository has.
    case outdated
    /// It is generated, and nobody added it to git.
    case untracked = "not tracked"
    /// It is generated, and a `.gitignore` keeps git from adding it.
    case ignored = "ignored by git"
    /// A folder beside those of the clusters that looks generated, but not by its own mark for its
    /// own name. It is no drift: whose it is, is for people to say.
    case uncertain = "looks generated, but not for this name"
  }

  /// True if `generate` refuses to write as long as it is there.
  public var stops: Bool { kind == .inTheWay || kind == .ofAnother || kind == .obstructed }

  /// The path, the output folder's name in front.
  public let path: String
  /// The fault.
  public let kind: Kind

  /// Makes a value.
  public init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }
}
