/// A commit of a repository.
public struct GitCommit: Sendable, Hashable {
  /// Its full id in hexadecimal digits: 40, or 64 in a repository that uses SHA-256.
  @Bytewise public private(set) var id: String
}

/// A tag that names a commit.
public struct GitTag: Sendable {
  /// The name, `v1.15.3`.
  public let name: String
  /// The commit, also where the tag is an object of its own.
  public let commit: GitCommit
}

/// The content of a file at some commit.
public struct GitBlob: Sendable, Equatable {
  /// Its full id in hexadecimal digits; equal ids mean equal bytes.
  @Bytewise public private(set) var id: String
  /// The bytes as they are stored: no filter and no change of line endings has touched them.
  public let bytes: [UInt8]
  /// True if the commit has it, at its path, as a program (mode 100755).
  public var isExecutable = false

  /// True if any line ends with CR LF.
  public var hasCarriageReturns: Bool { Self.withoutCarriageReturns(bytes).count < bytes.count }

  /// The state of a file of the work tree beside this content; nil stands for no file.
  public func state(ofWorkTreeFile file: [UInt8]?) -> WorkTreeState {
    guard let file else { return .absent }
    if file == bytes { return .same }
    // git may check files out with CR LF; that is not an edit.
    return Self.withoutCarriageReturns(file) == Self.withoutCarriageReturns(bytes)
      ? .otherLineEndings : .edited
  }

  private static func withoutCarriageReturns(_ bytes: [UInt8]) -> [UInt8] {
    bytes.indices.filter {
      !(bytes[$0] == 0x0d && $0 + 1 < bytes.count && bytes[$0 + 1] == 0x0a)
    }.map { bytes[$0] }
  }
}

/// The state of a file of the work tree beside a content of the repository.
public enum WorkTreeState: Sendable {
  /// Byte for byte the same.
  case same
  /// The same lines, ended with CR LF on one side.
  case otherLineEndings
  /// Something else.
  case edited
  /// There is no such file, or no work tree.
  case absent
}
