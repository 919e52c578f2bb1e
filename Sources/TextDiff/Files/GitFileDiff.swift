import Digests

/// One file's part of a patch, as `git diff --full-index` writes it. Files are ordinary ones, never
/// renamed and always shown as text.
public struct GitFileDiff: Sendable {
  /// The change it shows.
  let change: FileChange
  /// The difference of the contents.
  public let lineDiff: LineDiff
  /// True if the contents are named by the ids that git gives them, which lets `git am --3way`
  /// merge; repositories with SHA-256 have other ids.
  let namesContents: Bool

  /// The diff of a change.
  /// - Parameter namesContents: whether an `index` line names both contents as git does.
  public init(_ change: FileChange, namesContents: Bool) {
    self.change = change
    self.namesContents = namesContents
    lineDiff = change.lineDiff
  }

  /// The bytes of the diff; none when nothing changes.
  public func render() -> [UInt8] {
    var bytes: [UInt8] = []
    forEachLine { _, line in
      bytes += line
      bytes.append(UInt8(ascii: "\n"))
    }
    return bytes
  }

  /// Calls `body` with each line, without the line feed that ends it; not at all when nothing changes.
  public func forEachLine(_ body: (UnifiedDiff.LineKind, _ line: [UInt8]) -> Void) {
    if change.isEmpty { return }
    let old = GitPath("a/" + change.path)
    let new = GitPath("b/" + change.path)
    var header = ["diff --git \(old.text) \(new.text)"]
    if change.old == nil { header.append("new file mode \(change.mode)") }
    if change.new == nil { header.append("deleted file mode \(change.mode)") }
    if namesContents {
      let isBoth = change.old != nil && change.new != nil
      header.append(
        "index \(Self.name(of: change.old))..\(Self.name(of: change.new))"
          + (isBoth ? " \(change.mode)" : ""))
    }
    for line in header { body(.fileHeader, Array(line.utf8)) }
    UnifiedDiff(
      oldLabel: change.old == nil ? "/dev/null" : old.label,
      newLabel: change.new == nil ? "/dev/null" : new.label, hunks: lineDiff.hunks()
    ).forEachLine(body)
  }

  private static func name(of content: [UInt8]?) -> String {
    content.map { BlobID.of($0) } ?? BlobID.absent
  }
}
