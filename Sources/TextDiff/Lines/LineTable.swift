/// The lines of two texts as numbers: lines of either text that are equal have the same number.
///
/// A line includes the line feed that ends it, so a last line without one differs from the same
/// line with one.
struct LineTable {
  /// The offsets where the lines of the old text begin, and where the last one ends.
  let oldStarts: [Int]
  /// The offsets where the lines of the new text begin, and where the last one ends.
  let newStarts: [Int]
  /// The number of each line of the old text.
  let old: [Int32]
  /// The number of each line of the new text.
  let new: [Int32]
  /// The number of times that each number occurs in the old text.
  let oldCounts: [Int32]
  /// The number of times that each number occurs in the new text.
  let newCounts: [Int32]

  init(old oldText: [UInt8], new newText: [UInt8]) {
    var numbers = LineNumbering()
    (oldStarts, old) = oldText.withUnsafeBytes { numbers.number(linesOf: $0) }
    (newStarts, new) = newText.withUnsafeBytes { new in
      oldText.withUnsafeBytes { old in numbers.number(linesOf: new, after: old) }
    }
    oldCounts = numbers.counts(of: old)
    newCounts = numbers.counts(of: new)
  }
}

/// Gives equal lines equal numbers: an open-addressed table of the lines seen so far.
private struct LineNumbering {
  /// A line seen first, as a range of one of the two texts.
  private struct Entry {
    let hash: UInt64
    let start: Int
    let end: Int
    let isOld: Bool
  }

  private var entries: [Entry] = []
  /// Index into `entries` plus one; 0 is free. Its size is a power of two.
  private var slots = [Int32](repeating: 0, count: 1024)

  mutating func number(linesOf text: UnsafeRawBufferPointer) -> (starts: [Int], numbers: [Int32]) {
    number(linesOf: text, isOld: true, old: text)
  }

  mutating func number(
    linesOf text: UnsafeRawBufferPointer, after old: UnsafeRawBufferPointer
  ) -> (starts: [Int], numbers: [Int32]) {
    number(linesOf: text, isOld: false, old: old)
  }

  func counts(of numbers: [Int32]) -> [Int32] {
    var counts = [Int32](repeating: 0, count: entries.count)
    for number in numbers { counts[Int(number)] += 1 }
    return counts
  }

  private mutating func number(
    linesOf text: UnsafeRawBufferPointer, isOld: Bool, old: UnsafeRawBufferPointer
  ) -> (starts: [Int], numbers: [Int32]) {
    var starts = [0]
    var numbers: [Int32] = []
    starts.reserveCapacity(text.count / 24 + 2)
    numbers.reserveCapacity(text.count / 24 + 1)
    var start = 0
    while start < text.count {
      // FNV-1a, folded once more below since the table uses the low bits.
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      var end = start
      while end < text.count {
        let byte = text[end]
        end += 1
        hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        if byte == 0x0a { break }
      }
      hash ^= hash >> 29
      let entry = Entry(hash: hash, start: start, end: end, isOld: isOld)
      numbers.append(number(of: entry, in: text, old: old))
      starts.append(end)
      start = end
    }
    return (starts, numbers)
  }

  private mutating func number(
    of line: Entry, in text: UnsafeRawBufferPointer, old: UnsafeRawBufferPointer
  ) -> Int32 {
    var slot = Int(truncatingIfNeeded: line.hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let known = entries[Int(slots[slot]) - 1]
      if known.hash == line.hash {
        let knownBytes = (known.isOld ? old : text)[known.start..<known.end]
        if text[line.start..<line.end].elementsEqual(knownBytes) { return slots[slot] - 1 }
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    entries.append(line)
    slots[slot] = Int32(entries.count)
    if entries.count * 2 > slots.count { grow() }
    return Int32(entries.count - 1)
  }

  private mutating func grow() {
    let mask = slots.count * 4 - 1
    slots = [Int32](repeating: 0, count: mask + 1)
    for (index, entry) in entries.enumerated() {
      var slot = Int(truncatingIfNeeded: entry.hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(index + 1)
    }
  }
}
