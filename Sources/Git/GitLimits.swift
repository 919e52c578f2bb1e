/// The limits on what is read from a repository. Anything larger is an error before it is read, so
/// that a few bytes that git unpacks to many cost no more than these.
public struct GitLimits: Sendable {
  /// Seconds that all runs of git on one opened repository may take together.
  public var seconds = 60
  /// Bytes of a file that git itself works with: `config`, `packed-refs`, a loose ref.
  public var ownFileBytes = 64 << 20
  /// Bytes of a file of a commit, or of the list of a folder's files.
  public var fileBytes = 4 << 20
  /// Bytes of all files that are read together; of several commits, what differs counts.
  public var totalBytes = 32 << 20
  /// Files of a folder that are read because they lie beside others.
  public var folderFiles = 5_000
  /// Paths of a commit that are looked through for a hint.
  public var listedPaths = 100_000
  /// Bytes that one run of git may answer, where the size of the answer is not known before.
  public var answerBytes = 64 << 20

  /// The limits that every command uses.
  public static let standard = GitLimits()

  /// The standard limits.
  public init() {}

  /// A number of bytes in words.
  static func words(_ bytes: Int) -> String {
    bytes >= 1 << 20 && bytes % (1 << 20) == 0 ? "\(bytes >> 20) MiB" : "\(bytes) bytes"
  }
}
