/// A difference as the lines of a unified diff, each with what it is, so that whoever shows it can
/// color it.
public struct UnifiedDiff: Sendable {
  /// The kind of a line in a unified diff.
  public enum LineKind: Sendable, Equatable {
    /// `---` or `+++`: the name of a side.
    case fileHeader
    /// `@@ … @@`.
    case hunkHeader
    /// A line of the texts.
    case text(HunkLine.Kind)
    /// `\ No newline at end of file`.
    case note
  }

  /// The label after `--- `.
  public let oldLabel: String
  /// The label after `+++ `.
  public let newLabel: String
  /// The changes.
  public let hunks: [Hunk]

  /// A diff between two sides with these names.
  public init(oldLabel: String, newLabel: String, hunks: [Hunk]) {
    self.oldLabel = oldLabel
    self.newLabel = newLabel
    self.hunks = hunks
  }

  /// Calls `body` with each line, without the line feed that ends it; not at all when there is no
  /// change.
  public func forEachLine(_ body: (LineKind, _ line: [UInt8]) -> Void) {
    if hunks.isEmpty { return }
    body(.fileHeader, Array("--- \(oldLabel)".utf8))
    body(.fileHeader, Array("+++ \(newLabel)".utf8))
    for hunk in hunks {
      body(.hunkHeader, hunk.header)
      for line in hunk.lines {
        body(.text(line.kind), [line.kind.sign] + line.bytes)
        if !line.hasLineFeed { body(.note, Array("\\ No newline at end of file".utf8)) }
      }
    }
  }

  /// The whole diff; nothing when there is no change.
  public func render() -> [UInt8] {
    var bytes: [UInt8] = []
    forEachLine { _, line in
      bytes += line
      bytes.append(0x0a)
    }
    return bytes
  }
}

extension HunkLine.Kind {
  /// The character at the start of the line in a unified diff.
  public var sign: UInt8 {
    switch self {
    case .context: UInt8(ascii: " ")
    case .removed: UInt8(ascii: "-")
    case .added: UInt8(ascii: "+")
    }
  }
}
