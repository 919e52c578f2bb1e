import Diagnostics
import TextDiff

/// One file's difference as git writes it, so that `git apply` takes it where the command ran.
struct DifferenceLines {
  let file: ChangedFile

  /// Bytes, because a file that somebody edited need not be text.
  var patch: [UInt8] {
    var bytes: [UInt8] = []
    forEachLine { _, line in bytes += line + [0x0A] }
    return bytes
  }

  /// The same for eyes: what a line has in it acts on no terminal.
  func shown(colors: Bool) -> TerminalText {
    var text: TerminalText = ""
    forEachLine { kind, line in
      text += Self.shown(line).painted(colors ? Self.code(kind) : nil) + "\n"
    }
    return text
  }

  /// The lines below the header, for eyes.
  var body: [TerminalText] {
    var lines: [TerminalText] = []
    forEachLine { kind, line in
      if kind != .fileHeader { lines.append(Self.shown(line)) }
    }
    return lines
  }

  private func forEachLine(_ body: (UnifiedDiff.LineKind, _ line: [UInt8]) -> Void) {
    if let diff = file.diff {
      diff.forEachLine(body)
    } else {
      for line in file.change.tooLarge { body(.fileHeader, line) }
    }
  }

  private static func shown(_ line: [UInt8]) -> TerminalText {
    "\(String(decoding: line, as: UTF8.self))"
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
