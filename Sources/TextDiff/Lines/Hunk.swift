/// A line of a hunk.
public struct HunkLine: Sendable, Equatable {
  /// The change to the line.
  public enum Kind: Sendable {
    /// It stays.
    case context
    /// It goes.
    case removed
    /// It comes.
    case added
  }

  /// The change to the line.
  public let kind: Kind
  /// The line, without the line feed that ends it; a carriage return is kept.
  public let bytes: ArraySlice<UInt8>
  /// True if a line feed ends the line; false only for the last line of a text.
  public let hasLineFeed: Bool

  init(_ kind: Kind, _ line: ArraySlice<UInt8>) {
    self.kind = kind
    hasLineFeed = line.last == 0x0a
    bytes = hasLineFeed ? line.dropLast() : line
  }
}

/// Changes that stand close together, with the unchanged lines around them.
public struct Hunk: Sendable, Equatable {
  /// The lines of the old text, counted from 0.
  public let old: Range<Int>
  /// The lines of the new text, counted from 0.
  public let new: Range<Int>
  /// The text that git writes after `@@`: the nearest line above that begins like a declaration.
  public let heading: [UInt8]
  /// The lines from top to bottom, the removed ones of a change before its added ones.
  public let lines: [HunkLine]

  /// The header line without its line feed, `@@ -12,7 +12,6 @@ func main() {`.
  public var header: [UInt8] {
    let place = "@@ -\(Self.text(old)) +\(Self.text(new)) @@"
    return Array(place.utf8) + (heading.isEmpty ? [] : [0x20] + heading)
  }

  /// `first,count` as diff counts: from 1, the count left out when it is 1, and the line before
  /// when there is none.
  private static func text(_ lines: Range<Int>) -> String {
    switch lines.count {
    case 0: "\(lines.lowerBound),0"
    case 1: "\(lines.lowerBound + 1)"
    default: "\(lines.lowerBound + 1),\(lines.count)"
    }
  }
}

extension LineDiff {
  /// The changes as hunks with so many unchanged lines around them; changes whose surroundings
  /// touch share a hunk.
  public func hunks(context: Int = 3) -> [Hunk] {
    var hunks: [Hunk] = []
    var headings = HunkHeadings(lines: oldLines)
    var rest = changes[...]
    while let first = rest.first {
      var last = first
      var count = 1
      for change in rest.dropFirst() {
        if change.old.lowerBound - last.old.upperBound > 2 * context { break }
        last = change
        count += 1
      }
      let before = min(context, first.old.lowerBound)
      let after = min(context, oldLines.count - last.old.upperBound)
      let start = first.old.lowerBound - before
      hunks.append(
        Hunk(
          old: start..<(last.old.upperBound + after),
          new: (first.new.lowerBound - before)..<(last.new.upperBound + after),
          heading: headings.heading(before: start),
          lines: lines(of: rest.prefix(count), from: start, to: last.old.upperBound + after)))
      rest = rest.dropFirst(count)
    }
    return hunks
  }

  private func lines(of changes: ArraySlice<Change>, from start: Int, to end: Int) -> [HunkLine] {
    var lines: [HunkLine] = []
    var next = start
    for change in changes {
      for line in next..<change.old.lowerBound { lines.append(HunkLine(.context, oldLines[line])) }
      for line in change.old { lines.append(HunkLine(.removed, oldLines[line])) }
      for line in change.new { lines.append(HunkLine(.added, newLines[line])) }
      next = change.old.upperBound
    }
    for line in next..<end { lines.append(HunkLine(.context, oldLines[line])) }
    return lines
  }
}

/// Finds what stands after `@@`, by git's rule for files of no known language.
private struct HunkHeadings {
  let lines: Lines
  /// Lines before this one were searched for an earlier hunk.
  private var searched = 0
  private var found: [UInt8] = []

  init(lines: Lines) { self.lines = lines }

  /// The nearest line above `line` that begins with a letter, `_` or `$`.
  mutating func heading(before line: Int) -> [UInt8] {
    for candidate in stride(from: line - 1, through: searched, by: -1) {
      guard let first = lines[candidate].first, Self.beginsHeading(first) else { continue }
      found = Self.shortened(lines[candidate])
      break
    }
    searched = max(searched, line)
    return found
  }

  private static func beginsHeading(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    default: byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
    }
  }

  private static func shortened(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var text = line.prefix(80)
    while let last = text.last, [0x20, 0x09, 0x0a, 0x0d].contains(last) { text.removeLast() }
    return Array(text)
  }
}
