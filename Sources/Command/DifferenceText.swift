import Diagnostics
import Files
import Pipeline
import TextDiff

/// One file's difference as git writes it, so that `git apply` takes it where the command ran.
struct DifferenceText {
  let difference: FileDifference

  /// Bytes, because a file that somebody edited need not be text.
  var patch: [UInt8] {
    var bytes: [UInt8] = []
    forEachLine { _, line in bytes += line + [0x0A] }
    return bytes
  }

  /// The same for eyes: what a line holds acts on no terminal.
  func shown(colors: Bool) -> TerminalText {
    var text: TerminalText = ""
    forEachLine { kind, line in
      let line: TerminalText = "\(String(decoding: line, as: UTF8.self))"
      text += line.painted(colors ? Self.code(kind) : nil) + "\n"
    }
    return text
  }

  private func forEachLine(_ body: (UnifiedDiff.LineKind, _ line: [UInt8]) -> Void) {
    let change = FileChange(path: path, old: difference.old, new: difference.new)
    if difference.isTooLarge {
      for line in change.tooLarge { body(.fileHeader, line) }
    } else {
      GitFileDiff(change, namesContents: true).forEachLine(body)
    }
  }

  /// The path as seen from the current folder; from the root for one that is not below it.
  private var path: String {
    guard difference.path.hasPrefix("/") else { return FilePath.normal(difference.path) }
    let relative = FilePath.relative(difference.path, to: ".")
    return relative.hasPrefix("..") ? String(difference.path.dropFirst()) : relative
  }

  private static func code(_ kind: UnifiedDiff.LineKind) -> StaticString {
    switch kind {
    case .fileHeader: "1"
    case .hunkHeader: "36"
    case .text(.added): "32"
    case .text(.removed): "31"
    case .text(.context), .note: "0"
    }
  }
}
