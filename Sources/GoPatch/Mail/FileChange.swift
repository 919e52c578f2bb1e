public import LineDiff

/// One file of a patch: its bytes before and after.
public struct FileChange: Sendable, Equatable {
  /// The path from the root of the tree that the patch is for, parts separated by `/`.
  public let path: String
  /// The bytes before; nil when the patch makes the file.
  public let old: [UInt8]?
  /// The bytes after; nil when the patch removes the file.
  public let new: [UInt8]?

  /// A file with its bytes before and after.
  public init(path: String, old: [UInt8]?, new: [UInt8]?) {
    self.path = path
    self.old = old
    self.new = new
  }

  /// Whether the file is the same before and after.
  public var isEmpty: Bool { old == new }

  /// The difference of the two contents; a side without the file counts as an empty text.
  public var lineDiff: LineDiff { LineDiff.compute(old: old ?? [], new: new ?? []) }
}
