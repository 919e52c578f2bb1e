import Files
import Pipeline
import TextDiff

/// One file's difference as git writes it, so that `git apply` takes it where the command ran.
struct DifferenceText {
  let difference: FileDifference
  let colors: Bool

  /// Bytes, because a file that somebody edited need not be text.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    let change = FileChange(path: path, old: difference.old, new: difference.new)
    GitFileDiff(change, namesContents: true).forEachLine { kind, line in
      if colors { bytes += "\u{1B}[\(Self.code(kind))m".utf8 }
      bytes += line
      bytes += (colors ? "\u{1B}[0m\n" : "\n").utf8
    }
    return bytes
  }

  /// The path as seen from the current folder; from the root for one that is not below it.
  private var path: String {
    guard difference.path.hasPrefix("/") else { return FilePath.normal(difference.path) }
    let relative = FilePath.relative(difference.path, to: ".")
    return relative.hasPrefix("..") ? String(difference.path.dropFirst()) : relative
  }

  private static func code(_ kind: UnifiedDiff.LineKind) -> String {
    switch kind {
    case .fileHeader: "1"
    case .hunkHeader: "36"
    case .text(.added): "32"
    case .text(.removed): "31"
    case .text(.context), .note: "0"
    }
  }
}
