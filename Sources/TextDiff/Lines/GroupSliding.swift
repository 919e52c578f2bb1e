/// Moves groups of changed lines to where a reader expects them.
///
/// When the line after a group equals the group's first line, the group may as well begin one line
/// later; an added function can so begin with the closing brace of the one before. Every edit found
/// stays equally short; only its place is chosen.
struct GroupSliding {
  /// The side whose groups are moved.
  private let numbers: [Int32]
  private var changed: [Bool]
  /// The other side: its groups stay, and are walked in step.
  private let otherChanged: [Bool]
  private let indents: (Int) -> Int?

  /// A run of changed lines between two unchanged ones; it may be empty. Both sides have as many
  /// unchanged lines, and therefore as many groups.
  private struct Group {
    var start: Int
    var end: Int
    var isEmpty: Bool { start == end }
  }

  /// Returns `changed` with its groups moved. `indents` gives a line's indentation, nil for a blank
  /// one.
  static func slide(
    _ changed: [Bool], numbers: [Int32], beside otherChanged: [Bool],
    indents: @escaping (Int) -> Int?
  ) -> [Bool] {
    var sliding = GroupSliding(
      numbers: numbers, changed: changed, otherChanged: otherChanged, indents: indents)
    sliding.run()
    return sliding.changed
  }

  private mutating func run() {
    var group = Self.firstGroup(of: changed)
    var other = Self.firstGroup(of: otherChanged)
    while true {
      if !group.isEmpty { place(&group, beside: &other) }
      guard Self.moveToNext(&group, in: changed) else { return }
      _ = Self.moveToNext(&other, in: otherChanged)
    }
  }

  private mutating func place(_ group: inout Group, beside other: inout Group) {
    var size: Int
    var highestEnd: Int
    var lowestAlignedEnd: Int?
    // A group that touches another on its way swallows it, and may then move further.
    repeat {
      size = group.end - group.start
      lowestAlignedEnd = nil
      while slideUp(&group) { Self.moveToPrevious(&other, in: otherChanged) }
      highestEnd = group.end
      if !other.isEmpty { lowestAlignedEnd = group.end }
      while slideDown(&group) {
        _ = Self.moveToNext(&other, in: otherChanged)
        if !other.isEmpty { lowestAlignedEnd = group.end }
      }
    } while size != group.end - group.start

    if group.end == highestEnd { return }
    let end =
      lowestAlignedEnd
      ?? SplitScore.bestEnd(
        ofGroup: size, from: highestEnd, through: group.end, lineCount: numbers.count,
        indents: indents)
    while group.end > end, slideUp(&group) { Self.moveToPrevious(&other, in: otherChanged) }
  }

  /// Moves the group up by one line, taking in a group that it then touches.
  private mutating func slideUp(_ group: inout Group) -> Bool {
    guard group.start > 0, numbers[group.start - 1] == numbers[group.end - 1] else { return false }
    group.start -= 1
    group.end -= 1
    changed[group.start] = true
    changed[group.end] = false
    while group.start > 0, changed[group.start - 1] { group.start -= 1 }
    return true
  }

  /// Moves the group down by one line, taking in a group that it then touches.
  private mutating func slideDown(_ group: inout Group) -> Bool {
    guard group.end < numbers.count, numbers[group.start] == numbers[group.end] else {
      return false
    }
    changed[group.start] = false
    changed[group.end] = true
    group.start += 1
    group.end += 1
    while changed[group.end] { group.end += 1 }
    return true
  }

  private static func firstGroup(of changed: [Bool]) -> Group {
    Group(start: 0, end: changed.firstIndex(of: false) ?? 0)
  }

  private static func moveToNext(_ group: inout Group, in changed: [Bool]) -> Bool {
    guard group.end + 1 < changed.count else { return false }
    group.start = group.end + 1
    group.end = group.start
    while changed[group.end] { group.end += 1 }
    return true
  }

  private static func moveToPrevious(_ group: inout Group, in changed: [Bool]) {
    guard group.start > 0 else { return }
    group.end = group.start - 1
    group.start = group.end
    while group.start > 0, changed[group.start - 1] { group.start -= 1 }
  }
}
