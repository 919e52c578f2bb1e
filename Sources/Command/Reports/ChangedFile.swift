import Files
import Pipeline
import TextDiff

/// A file that `generate` would change, and its difference.
struct ChangedFile {
  /// The kind of change.
  enum Kind: String {
    case added, changed, removed
  }

  /// The path, the output folder's name in front.
  let path: String
  let change: FileChange
  /// The difference line by line; nil if the file is too large for it.
  let diff: GitFileDiff?

  init(_ difference: FileDifference) {
    path = difference.path
    change = FileChange(
      path: Self.fromHere(difference.path), old: difference.old, new: difference.new)
    diff = difference.isTooLarge ? nil : GitFileDiff(change, namesContents: true)
  }

  var kind: Kind { change.old == nil ? .added : change.new == nil ? .removed : .changed }

  /// A path as seen from the current folder; from the root for one that is not below it.
  private static func fromHere(_ path: String) -> String {
    guard path.hasPrefix("/") else { return FilePath.normal(path) }
    let relative = FilePath.relative(path, to: ".")
    return relative.hasPrefix("..") ? String(path.dropFirst()) : relative
  }
}
