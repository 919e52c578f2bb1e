/// The search for the longest common part of two sequences in linear space (E. W. Myers, "An O(ND)
/// difference algorithm and its variations", 1986): paths of growing cost start from both corners
/// of the edit graph; where they meet, the problem is cut into two smaller ones.
///
/// The search for a shortest edit. Of several, the choice follows git: the diagonals of one cost
/// are walked from the highest to the lowest, and the first meeting point counts.
struct MyersSearch {
  private let old: [Int32]
  private let new: [Int32]
  /// The furthest old position reached on each diagonal, from the top left and the bottom right.
  private var forward: [Int]
  private var backward: [Int]
  /// Added to a diagonal (old position minus new position) to get its index.
  private let shift: Int
  /// The cost at which the search for the shortest edit is given up and a good one is taken.
  private let patience: Int

  /// A part of the edit graph that is still to be searched.
  private struct Box {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// The diagonals that the paths of one cost can have reached.
  private struct Band {
    var lowest: Int
    var highest: Int

    init(at diagonal: Int) {
      lowest = diagonal
      highest = diagonal
    }

    /// Takes in one more diagonal on either side; at the border of the graph it turns back, for
    /// each cost reaches every second diagonal only. The diagonals just outside get the position
    /// `unreached`, so that no path comes from there.
    mutating func widen(
      within limits: ClosedRange<Int>, marking frontier: inout [Int], shift: Int, unreached: Int
    ) {
      if lowest > limits.lowerBound {
        lowest -= 1
        frontier[lowest - 1 + shift] = unreached
      } else {
        lowest += 1
      }
      if highest < limits.upperBound {
        highest += 1
        frontier[highest + 1 + shift] = unreached
      } else {
        highest -= 1
      }
    }

    var diagonals: StrideThrough<Int> { stride(from: highest, through: lowest, by: -2) }

    func contains(_ diagonal: Int) -> Bool { lowest <= diagonal && diagonal <= highest }
  }

  init(old: [Int32], new: [Int32]) {
    self.old = old
    self.new = new
    let size = old.count + new.count + 3
    forward = [Int](repeating: 0, count: size)
    backward = [Int](repeating: 0, count: size)
    shift = new.count + 1
    patience = max(256, roughSquareRoot(size))
  }

  /// Calls `body` with each pair of partners.
  mutating func forEachPair(_ body: (Int, Int) -> Void) {
    var boxes = [Box(old: 0..<old.count, new: 0..<new.count)]
    while var box = boxes.popLast() {
      while let (left, right) = firsts(of: box), old[left] == new[right] {
        body(left, right)
        box.old = (left + 1)..<box.old.upperBound
        box.new = (right + 1)..<box.new.upperBound
      }
      while let (left, right) = lasts(of: box), old[left] == new[right] {
        body(left, right)
        box.old = box.old.lowerBound..<left
        box.new = box.new.lowerBound..<right
      }
      if box.old.isEmpty || box.new.isEmpty { continue }
      let (left, right) = meetingPoint(in: box)
      boxes.append(
        Box(old: box.old.lowerBound..<left, new: box.new.lowerBound..<right))
      boxes.append(
        Box(old: left..<box.old.upperBound, new: right..<box.new.upperBound))
    }
  }

  private func firsts(of box: Box) -> (Int, Int)? {
    box.old.isEmpty || box.new.isEmpty ? nil : (box.old.lowerBound, box.new.lowerBound)
  }

  private func lasts(of box: Box) -> (Int, Int)? {
    box.old.isEmpty || box.new.isEmpty ? nil : (box.old.upperBound - 1, box.new.upperBound - 1)
  }

  /// A point on a short path through the box, whose ends have no partners: where the paths from its
  /// corners meet, or, when that takes too long, the best point reached so far.
  private mutating func meetingPoint(in box: Box) -> (old: Int, new: Int) {
    let first = box.old.lowerBound - box.new.lowerBound
    let last = box.old.upperBound - box.new.upperBound
    let limits =
      (box.old.lowerBound - box.new.upperBound)...(box.old.upperBound - box.new.lowerBound)
    // The paths can meet in a forward step only when the shortest edit has an odd length.
    let meetsForward = (first - last) & 1 != 0
    var ahead = Band(at: first)
    var behind = Band(at: last)
    forward[first + shift] = box.old.lowerBound
    backward[last + shift] = box.old.upperBound

    for _ in 0..<patience {
      ahead.widen(within: limits, marking: &forward, shift: shift, unreached: -1)
      for diagonal in ahead.diagonals {
        let left = advance(on: diagonal, in: box)
        if meetsForward, behind.contains(diagonal), backward[diagonal + shift] <= left {
          return (left, left - diagonal)
        }
      }
      behind.widen(within: limits, marking: &backward, shift: shift, unreached: .max)
      for diagonal in behind.diagonals {
        let left = retreat(on: diagonal, in: box)
        if !meetsForward, ahead.contains(diagonal), left <= forward[diagonal + shift] {
          return (left, left - diagonal)
        }
      }
    }
    return furthestPoint(in: box, ahead, behind)
  }

  /// Extends the best path of one less cost to this diagonal, and along it while lines are equal.
  private mutating func advance(on diagonal: Int, in box: Box) -> Int {
    let index = diagonal + shift
    var left = max(forward[index - 1] + 1, forward[index + 1])
    while left < box.old.upperBound, left - diagonal < box.new.upperBound,
      old[left] == new[left - diagonal]
    {
      left += 1
    }
    forward[index] = left
    return left
  }

  /// As `advance`, from the bottom right.
  private mutating func retreat(on diagonal: Int, in box: Box) -> Int {
    let index = diagonal + shift
    var left = min(backward[index - 1], backward[index + 1] - 1)
    while left > box.old.lowerBound, left - diagonal > box.new.lowerBound,
      old[left - 1] == new[left - 1 - diagonal]
    {
      left -= 1
    }
    backward[index] = left
    return left
  }

  /// The point furthest from its corner that any path has reached.
  private func furthestPoint(in box: Box, _ ahead: Band, _ behind: Band) -> (old: Int, new: Int) {
    var best = (old: box.old.lowerBound, new: box.new.lowerBound)
    var gain = 0
    for diagonal in ahead.diagonals {
      // A path may end beyond the border by one; the nearest point inside is meant.
      let left = min(
        forward[diagonal + shift], box.old.upperBound, box.new.upperBound + diagonal)
      let walked = left - box.old.lowerBound + left - diagonal - box.new.lowerBound
      if walked > gain { (best, gain) = ((left, left - diagonal), walked) }
    }
    for diagonal in behind.diagonals {
      let left = max(
        backward[diagonal + shift], box.old.lowerBound, box.new.lowerBound + diagonal)
      let walked = box.old.upperBound - left + box.new.upperBound - (left - diagonal)
      if walked > gain { (best, gain) = ((left, left - diagonal), walked) }
    }
    return best
  }
}
