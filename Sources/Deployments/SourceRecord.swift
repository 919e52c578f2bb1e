/// The sources that patches were computed from.
public struct SourceRecord: Sendable {
  /// A file of the sources.
  public struct File: Sendable {
    /// Its path in the Flyte tree.
    public let path: String
    /// Its git blob id.
    public let blob: String

    /// Makes a value.
    public init(path: String, blob: String) {
      self.path = path
      self.blob = blob
    }
  }

  /// The commit, when the sources are a repository at a ref.
  public let commit: String?
  /// Every file that the patches read, in byte order of the paths.
  public let files: [File]
  /// True if every function has the shape of a release.
  public let isVerified: Bool

  /// Makes a value.
  public init(commit: String?, files: [File], isVerified: Bool) {
    self.commit = commit
    self.files = files
    self.isVerified = isVerified
  }
}
