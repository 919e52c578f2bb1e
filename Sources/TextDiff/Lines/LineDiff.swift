/// The difference of two texts, line by line, as git's default algorithm shows it.
///
/// Texts are bytes: no encoding is assumed, and a carriage return is part of its line.
public struct LineDiff: Sendable {
  /// Lines of the old text that are replaced by lines of the new one; either may be none.
  public struct Change: Sendable, Equatable {
    /// The removed lines, counted from 0.
    public let old: Range<Int>
    /// The added lines, counted from 0.
    public let new: Range<Int>
  }

  /// The changes from top to bottom; at least one line stands between two of them.
  public let changes: [Change]
  /// The number of added lines.
  public var addedLineCount: Int { changes.reduce(0) { $0 + $1.new.count } }
  /// The number of removed lines.
  public var removedLineCount: Int { changes.reduce(0) { $0 + $1.old.count } }
  /// True if the texts are equal.
  public var isEmpty: Bool { changes.isEmpty }

  let oldLines: Lines
  let newLines: Lines

  /// Compares two texts. The cost stays bounded on any input; on texts that share almost nothing
  /// the result may then be longer than necessary.
  public static func compute(old: [UInt8], new: [UInt8]) -> LineDiff {
    let table = LineTable(old: old, new: new)
    let oldLines = Lines(bytes: old, starts: table.oldStarts)
    let newLines = Lines(bytes: new, starts: table.newStarts)
    var lines = ChangedLines(pairing: table)
    lines.old = GroupSliding.slide(lines.old, numbers: table.old, beside: lines.new) {
      indentation(of: oldLines[$0])
    }
    lines.new = GroupSliding.slide(lines.new, numbers: table.new, beside: lines.old) {
      indentation(of: newLines[$0])
    }
    return LineDiff(changes: lines.changes, oldLines: oldLines, newLines: newLines)
  }
}

/// A text and where its lines begin.
struct Lines: Sendable {
  let bytes: [UInt8]
  /// One more than there are lines: the last is the end of the text.
  let starts: [Int]

  var count: Int { starts.count - 1 }

  /// The line with the line feed that ends it.
  subscript(_ line: Int) -> ArraySlice<UInt8> { bytes[starts[line]..<starts[line + 1]] }
}

extension ChangedLines {
  /// The groups of either side that stand at the same place, as one change each.
  var changes: [LineDiff.Change] {
    var found: [LineDiff.Change] = []
    var (left, right) = (0, 0)
    while true {
      let start = (left, right)
      while old[left] { left += 1 }
      while new[right] { right += 1 }
      if start != (left, right) {
        found.append(LineDiff.Change(old: start.0..<left, new: start.1..<right))
      }
      if left + 1 == old.count || right + 1 == new.count { return found }
      left += 1
      right += 1
    }
  }
}
