/// The files of a Flyte tree that rules may read, as a value.
public struct SourceTree: Sendable, Hashable {
  /// Where the tree begins in its repository, ending in `/`; empty at the root.
  public let prefix: String
  private let files: [String: [UInt8]]

  /// A tree of files.
  /// - Parameters:
  ///   - files: bytes by path, from the root of the Flyte tree.
  ///   - prefix: where that root lies in the repository that patches are for, ending in `/`.
  public init(files: [String: [UInt8]], prefix: String = "") {
    self.files = files
    self.prefix = prefix
  }

  /// The bytes of a file, by its path from the root of the Flyte tree.
  public subscript(path: String) -> [UInt8]? { files[path] }
}
