/// The lines of two texts that have no partner in the other text.
///
/// Both arrays end with one `false` that stands for the end of the text, so that a group of changed
/// lines always ends at an unchanged one.
struct ChangedLines {
  var old: [Bool]
  var new: [Bool]

  /// Pairs the lines of the two texts as git's default algorithm does: equal lines at both ends are
  /// partners, lines that have no promising partner are set aside, and Myers' search decides about
  /// the rest.
  init(pairing table: LineTable) {
    old = [Bool](repeating: false, count: table.old.count + 1)
    new = [Bool](repeating: false, count: table.new.count + 1)

    let shorter = min(table.old.count, table.new.count)
    var head = 0
    while head < shorter, table.old[head] == table.new[head] { head += 1 }
    var tail = 0
    while tail < shorter - head,
      table.old[table.old.count - 1 - tail] == table.new[table.new.count - 1 - tail]
    {
      tail += 1
    }

    let oldKept = keptLines(
      of: table.old, in: head..<(table.old.count - tail), partners: table.newCounts)
    let newKept = keptLines(
      of: table.new, in: head..<(table.new.count - tail), partners: table.oldCounts)
    for line in head..<(table.old.count - tail) { old[line] = true }
    for line in head..<(table.new.count - tail) { new[line] = true }

    var search = MyersSearch(old: oldKept.map { table.old[$0] }, new: newKept.map { table.new[$0] })
    search.forEachPair { oldIndex, newIndex in
      old[oldKept[oldIndex]] = false
      new[newKept[newIndex]] = false
    }
  }
}

/// The chance of a line to have a partner.
private enum Prospect {
  /// The other text has no such line.
  case none
  /// The other text has so many such lines (`}`, blank lines) that a partner says little.
  case vague
  /// The other text has a few such lines.
  case good
}

/// The lines that take part in the search. Lines without any partner are left out; so are vague
/// ones among many of those, since pairing a lone `}` inside a rewritten part helps no reader.
private func keptLines(of numbers: [Int32], in range: Range<Int>, partners: [Int32]) -> [Int] {
  let many = min(roughSquareRoot(numbers.count), 1024)
  let prospects = range.map { line -> Prospect in
    let count = Int(partners[Int(numbers[line])])
    return count == 0 ? .none : count >= many ? .vague : .good
  }
  return prospects.indices.filter { index in
    switch prospects[index] {
    case .none: false
    case .good: true
    case .vague: !isLost(index, among: prospects)
    }
  }.map { $0 + range.lowerBound }
}

/// True if a vague line stands, on both sides, in a run of lines that mostly have no partner.
private func isLost(_ index: Int, among prospects: [Prospect]) -> Bool {
  let reach = 100
  func run(_ neighbors: some Sequence<Int>) -> (hopeless: Int, vague: Int) {
    var hopeless = 0
    var vague = 1  // the line itself
    for neighbor in neighbors {
      switch prospects[neighbor] {
      case .none: hopeless += 1
      case .vague: vague += 1
      case .good: return (hopeless, vague)
      }
    }
    return (hopeless, vague)
  }
  let before = run((max(0, index - reach)..<index).reversed())
  guard before.hopeless > 0 else { return false }
  let after = run((index + 1)..<min(prospects.count, index + reach + 1))
  guard after.hopeless > 0 else { return false }
  let vague = before.vague + after.vague
  return vague * 4 < vague + before.hopeless + after.hopeless
}

/// A power of two near the square root, from the number of binary digits.
func roughSquareRoot(_ number: Int) -> Int {
  var root = 1
  var rest = number
  while rest > 0 {
    root *= 2
    rest /= 4
  }
  return root
}
