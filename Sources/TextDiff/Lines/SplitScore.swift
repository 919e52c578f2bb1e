/// A score for a place between two lines as the border of a changed group: git's indent heuristic.
///
/// A good border comes before a line that is indented less than its neighbors, and after blank
/// lines rather than before them. The weights are those that git's authors measured on a collection
/// of diffs rated by hand.
struct SplitScore {
  private var indent = 0
  private var penalty = 0

  /// The best end of a group of `size` lines that may end at any line of `first...last`. Of equals
  /// the last wins.
  static func bestEnd(
    ofGroup size: Int, from first: Int, through last: Int, lineCount: Int,
    indents: (Int) -> Int?
  ) -> Int {
    // A group that repeats itself comes back to the same borders after its own size.
    let start = max(first, last - size - 1, last - 100)
    var best: (end: Int, score: SplitScore)?
    for end in start...last {
      var score = SplitScore()
      score.add(Surroundings(of: end, lineCount: lineCount, indents: indents))
      score.add(Surroundings(of: end - size, lineCount: lineCount, indents: indents))
      if let known = best, known.score.isBetter(than: score) { continue }
      best = (end, score)
    }
    return best?.end ?? last
  }

  private func isBetter(than other: SplitScore) -> Bool {
    60 * (indent - other.indent).signum() + penalty - other.penalty < 0
  }

  private mutating func add(_ place: Surroundings) {
    if place.isStartOfFile { penalty += 1 }
    if place.isEndOfFile { penalty += 21 }

    let blanksAfter = place.indent == nil ? 1 + place.blanksAfterNext : 0
    let blanks = place.blanksBefore + blanksAfter
    penalty += -30 * blanks + 6 * blanksAfter

    let own = place.indent ?? place.indentAfter
    indent += own ?? -1
    guard let own, let before = place.indentBefore, own != before else { return }
    if own > before {
      penalty += blanks > 0 ? 10 : -4
    } else if let after = place.indentAfter, after > own {
      // The line opens a new block.
      penalty += blanks > 0 ? 17 : 24
    } else {
      penalty += blanks > 0 ? 17 : 23
    }
  }
}

/// The lines around the border before one line.
private struct Surroundings {
  let isEndOfFile: Bool
  /// The indentation of the line after the border; nil when it is blank or there is none.
  let indent: Int?
  /// Blank lines right above the border, and the indentation of the line above those.
  private(set) var blanksBefore = 0
  private(set) var indentBefore: Int?
  /// Blank lines after the line below the border, and the indentation of the line after those.
  private(set) var blanksAfterNext = 0
  private(set) var indentAfter: Int?

  var isStartOfFile: Bool { indentBefore == nil && blanksBefore == 0 }

  init(of line: Int, lineCount: Int, indents: (Int) -> Int?) {
    let farEnough = 20
    isEndOfFile = line >= lineCount
    indent = isEndOfFile ? nil : indents(line)
    for above in stride(from: line - 1, through: 0, by: -1) {
      indentBefore = indents(above)
      if indentBefore != nil { break }
      blanksBefore += 1
      if blanksBefore == farEnough {
        indentBefore = 0
        break
      }
    }
    for below in stride(from: line + 1, to: lineCount, by: 1) {
      indentAfter = indents(below)
      if indentAfter != nil { break }
      blanksAfterNext += 1
      if blanksAfterNext == farEnough {
        indentAfter = 0
        break
      }
    }
  }
}

/// The column where a line's text begins, with tabs every eight columns; nil for a blank line.
func indentation(of line: ArraySlice<UInt8>) -> Int? {
  let widest = 200
  var column = 0
  for byte in line {
    switch byte {
    case 0x20: column += 1
    case 0x09: column += 8 - column % 8
    case 0x0a, 0x0d: break
    default: return column
    }
    if column >= widest { return widest }
  }
  return nil
}
