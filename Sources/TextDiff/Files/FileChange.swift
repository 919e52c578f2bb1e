/// One file of a patch: its bytes before and after.
public struct FileChange: Sendable {
  /// The path from the root of the tree that the patch is for, parts separated by `/`.
  public let path: String
  /// The bytes before; nil when the patch makes the file.
  public let old: [UInt8]?
  /// The bytes after; nil when the patch removes the file.
  public let new: [UInt8]?
  /// True if the file may be run as a program, before as after.
  public let isExecutable: Bool

  /// A file with its bytes before and after.
  public init(path: String, old: [UInt8]?, new: [UInt8]?, isExecutable: Bool = false) {
    self.path = path
    self.old = old
    self.new = new
    self.isExecutable = isExecutable
  }

  /// True if the file is the same before and after.
  public var isEmpty: Bool { old == new }

  /// The lines that git writes for a file that is too large to be shown.
  public var tooLarge: [[UInt8]] {
    let (before, after) = (GitPath("a/" + path), GitPath("b/" + path))
    let sides = [
      old == nil ? "/dev/null" : before.text, new == nil ? "/dev/null" : after.text,
    ]
    return [
      "diff --git \(before.text) \(after.text)", "Binary files \(sides[0]) and \(sides[1]) differ",
    ].map { Array($0.utf8) }
  }

  /// The mode that git writes for it.
  var mode: String { isExecutable ? "100755" : "100644" }

  /// The difference of the two contents; a side without the file counts as an empty text.
  public var lineDiff: LineDiff { LineDiff.compute(old: old ?? [], new: new ?? []) }
}
