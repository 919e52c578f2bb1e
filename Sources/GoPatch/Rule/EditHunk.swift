import GoSource

/// The lines of an edit: what must be there, what goes, what comes.
struct EditHunk: Sendable {
  enum Marker: UInt8, Sendable { case context, delete, insert }

  struct Line: Sendable {
    let marker: Marker
    /// The text behind the marker, its tabs included.
    let text: [UInt8]
    /// The line of the rule file, from 1.
    let ruleLine: Int

    /// The number of tabs that it begins with.
    var indent: Int { text.prefix { $0 == 0x09 }.count }
    /// The text without blanks around it.
    var trimmed: [UInt8] {
      let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
      return Array(text.drop(while: isBlank).reversed().drop(while: isBlank).reversed())
    }
    var isBlank: Bool { trimmed.isEmpty }
    var isComment: Bool { trimmed.starts(with: [0x2F, 0x2F]) }
    /// True if the line takes part in the matching.
    var isMatched: Bool { marker != .insert && !isComment && !isBlank }
  }

  /// All lines in order.
  let lines: [Line]
  /// The lines that are matched, in order: indices into `lines`.
  let matchedLines: [Int]
  /// Their pattern as a whole.
  let pattern: Pattern

  init(_ lines: [Line]) throws(GoFault) {
    self.lines = lines
    matchedLines = lines.indices.filter { lines[$0].isMatched }
    var bytes: [UInt8] = []
    for index in matchedLines { bytes += lines[index].text + [0x0A] }
    pattern = try Pattern(bytes)
  }

  /// The runs of lines that go or come, as ranges of indices.
  var blocks: [Range<Int>] {
    var blocks: [Range<Int>] = []
    var index = 0
    while index < lines.count {
      var end = index
      while end < lines.count, lines[end].marker != .context { end += 1 }
      if end > index { blocks.append(index..<end) }
      index = end + 1
    }
    return blocks
  }
}
