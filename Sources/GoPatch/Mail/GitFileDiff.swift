import Digests
import LineDiff

/// One file's part of a patch, as `git diff --full-index` writes it. Files are ordinary ones, never
/// renamed and always shown as text.
struct GitFileDiff {
  /// The change it shows.
  let change: FileChange
  let lineDiff: LineDiff
  /// Whether the contents are named by the ids that git gives them, which lets `git am --3way`
  /// merge; repositories with SHA-256 have other ids.
  let namesContents: Bool

  init(_ change: FileChange, namesContents: Bool) {
    self.change = change
    self.namesContents = namesContents
    lineDiff = change.lineDiff
  }

  /// The bytes of the diff; none when nothing changes.
  func render() -> [UInt8] {
    if change.isEmpty { return [] }
    let old = GitPath("a/" + change.path)
    let new = GitPath("b/" + change.path)
    var header = "diff --git \(old.text) \(new.text)\n"
    if change.old == nil { header += "new file mode 100644\n" }
    if change.new == nil { header += "deleted file mode 100644\n" }
    if namesContents {
      header += "index \(Self.name(of: change.old))..\(Self.name(of: change.new))"
      header += change.old != nil && change.new != nil ? " 100644\n" : "\n"
    }
    return Array(header.utf8)
      + UnifiedDiff(
        oldLabel: change.old == nil ? "/dev/null" : old.label,
        newLabel: change.new == nil ? "/dev/null" : new.label, hunks: lineDiff.hunks()
      ).render()
  }

  private static func name(of content: [UInt8]?) -> String {
    content.map { BlobID.of($0) } ?? BlobID.absent
  }
}
