import GoSource

/// The reason why lines of a source cannot be changed as a rule requires.
struct EditFault: Error {
  /// The obstacle.
  let message: String
  /// The line of the source, from 0.
  let line: Int
  /// Further lines that it is about.
  var otherLines: [Int] = []
  /// The line of the rule that does not fit; empty where all lines do.
  var patternText = ""
  /// Its number in the rule file, from 1.
  var ruleLine: Int?
  /// The state of the patch that follows.
  var state = PatchState.conflict
}

/// Turns a hunk that fitted into changes of lines.
///
/// Lines are owned: what goes must fill its source lines, so that no other byte is written again.
struct HunkEdit {
  let hunk: EditHunk
  /// The hunk's pattern as it was matched.
  let pattern: Pattern
  let match: Match
  let file: GoFile
  let bindings: TextMap<String>

  func edits() throws(EditFault) -> [LineEdit] {
    var edits: [LineEdit] = []
    for block in hunk.blocks { edits.append(try edit(block)) }
    return edits
  }

  private func edit(_ block: Range<Int>) throws(EditFault) -> LineEdit {
    let added = block.filter { hunk.lines[$0].marker == .insert }
    let removed = block.filter { hunk.lines[$0].marker == .delete }
    guard let first = removed.first else { return try insertion(added, before: block) }
    let deleted = try deletedLines(removed, isReplaced: !added.isEmpty)
    let anchor = removed.first { hunk.lines[$0].isMatched } ?? first
    return LineEdit(
      deleted: deleted,
      inserted: try text(of: added, anchor: anchor, sourceLine: tokens(of: anchor).map(firstLine)))
  }

  // MARK: Places

  /// The tokens that a matched line of the hunk stands for.
  private func tokens(of line: Int) -> Range<Int>? {
    guard let position = hunk.matchedLines.firstIndex(of: line) else { return nil }
    var range: Range<Int>?
    for (index, element) in pattern.elements.enumerated() where element.line == position {
      guard let place = match.places[index] else { continue }
      range = (range?.lowerBound ?? place.lowerBound)..<place.upperBound
    }
    return range
  }

  private func firstLine(_ tokens: Range<Int>) -> Int { file.text.tokens[tokens.lowerBound].line }

  /// The first source line, if nothing else stands before these tokens on it.
  private func ownedStart(_ tokens: Range<Int>) throws(EditFault) -> Int {
    let line = firstLine(tokens)
    if tokens.lowerBound > 0 {
      let before = file.text.tokens[tokens.lowerBound - 1]
      if before.kind != .lineEnd, file.text.lastLine(of: before) == line {
        throw EditFault(message: "the line has something else before it", line: line)
      }
    }
    return line
  }

  /// The last source line, if nothing else stands behind these tokens on it.
  private func ownedEnd(_ tokens: Range<Int>) throws(EditFault) -> Int {
    var next = tokens.upperBound
    let line = file.text.lastLine(of: file.text.tokens[next - 1])
    if next < file.text.tokens.count, file.text.isToken(next, ",") { next += 1 }
    while next < file.text.tokens.count, file.text.tokens[next].kind == .lineEnd { next += 1 }
    if next < file.text.tokens.count, file.text.tokens[next].line == line {
      throw EditFault(message: "the line has something else after it", line: line)
    }
    for comment in file.text.comments where comment.line == line {
      if file.text.line(at: comment.end) > line {
        throw EditFault(message: "a comment continues after its line", line: line)
      }
    }
    return line
  }

  // MARK: Lines that go

  private func deletedLines(_ removed: [Int], isReplaced: Bool) throws(EditFault) -> Range<Int> {
    let ranges = removed.compactMap { tokens(of: $0) }
    guard let first = ranges.first, let last = ranges.last else {
      throw EditFault(message: "only comments would be removed", line: firstLine(match.tokens))
    }
    var start = try ownedStart(first)
    let end = try ownedEnd(last) + 1
    // Comments go only when the rule names them.
    let named = removed.filter { hunk.lines[$0].isComment }.map { hunk.lines[$0].trimmed }
    let leading = removed.prefix { hunk.lines[$0].isComment }.count
    if leading > 0 { start = max(0, start - leading) }
    let (comments, places) = commentLines(in: start..<end)
    guard comments == named else {
      throw EditFault(
        message: named.isEmpty
          ? "a comment between removed lines would lose its code"
          : "the comments are not those that the rule removes",
        line: places.first ?? start)
    }
    let own = Set(places)
    if let other = file.text.comments.first(where: {
      let last = file.text.line(at: $0.end)
      return $0.line < end && last >= start && !own.contains($0.line)
    }) {
      throw EditFault(message: "there is a comment on a removed line", line: other.line)
    }
    if !isReplaced, CommentLines(file.text).isComment(start - 1) {
      throw EditFault(
        message: "the comment above would lose the lines that it describes", line: start - 1)
    }
    return start..<end
  }

  /// The comments that fill lines of their own, with their lines.
  private func commentLines(in lines: Range<Int>) -> (texts: [[UInt8]], lines: [Int]) {
    let filled = CommentLines(file.text)
    let places = lines.filter { filled.isComment($0) }
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    let texts = places.map { line in
      Array(
        file.text.bytes[file.text.lineBody(line)].drop(while: isBlank).reversed()
          .drop(while: isBlank).reversed())
    }
    return (texts, places)
  }

  // MARK: Lines that come

  private func insertion(_ added: [Int], before block: Range<Int>) throws(EditFault) -> LineEdit {
    if let previous = hunk.lines[..<block.lowerBound].lastIndex(where: { $0.isMatched }),
      !isElision(previous), let tokens = tokens(of: previous)
    {
      let line = try ownedEnd(tokens) + 1
      return LineEdit(
        deleted: line..<line,
        inserted: try text(of: added, anchor: previous, sourceLine: firstLine(tokens)))
    }
    guard let next = hunk.lines[block.upperBound...].firstIndex(where: { $0.isMatched }),
      let tokens = tokens(of: next)
    else {
      throw EditFault(
        message: "the place of the new lines is ambiguous", line: firstLine(match.tokens))
    }
    let own = try ownedStart(tokens)
    var line = own
    let comments = CommentLines(file.text)
    while comments.isComment(line - 1) { line -= 1 }
    return LineEdit(
      deleted: line..<line, inserted: try text(of: added, anchor: next, sourceLine: own))
  }

  private func isElision(_ line: Int) -> Bool { hunk.lines[line].trimmed == Array("...".utf8) }

  /// The new lines as they are written: holes filled, indented as the anchor is.
  private func text(of added: [Int], anchor: Int, sourceLine: Int?) throws(EditFault) -> [[UInt8]] {
    let body = sourceLine.map { file.text.bytes[file.text.lineBody($0)] } ?? []
    let margin = body.prefix { $0 == 0x09 || $0 == 0x20 }
    let lines: [[UInt8]] = added.map { index in
      let line = hunk.lines[index]
      if line.isBlank { return [] }
      let filled = HoleText(line.text.dropFirst(line.indent)).filled { name in
        bindings[name].map { Array($0.utf8) } ?? match.holes[name]
      }
      let shift = line.indent - hunk.lines[anchor].indent
      let tabs = [UInt8](repeating: 0x09, count: max(0, shift))
      return margin.dropLast(max(0, -shift)) + tabs + filled
    }
    guard let sourceLine, let first = added.first else { return lines }
    let isReplacement = added.contains { $0 < anchor } || hunk.lines[anchor].marker == .delete
    if isReplacement || first < anchor { return lines }
    return try ElementAlignment(file).aligned(lines, after: sourceLine)
  }
}

/// The lines of a text that have only comments.
struct CommentLines {
  private let text: GoText

  init(_ text: GoText) { self.text = text }

  /// True if the line holds a comment and nothing else.
  func isComment(_ line: Int) -> Bool {
    guard line >= 0, line < text.lineCount else { return false }
    let body = text.lineBody(line)
    guard !text.bytes[body].allSatisfy({ $0 == 0x20 || $0 == 0x09 }) else { return false }
    // The last comment that begins no later than the line's end.
    var low = 0
    var high = text.comments.count
    while low < high {
      let middle = (low + high) / 2
      if text.comments[middle].start < body.upperBound { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return false }
    let comment = text.comments[low - 1]
    let start = comment.line == line ? comment.start : body.lowerBound
    return comment.end > body.lowerBound
      && text.bytes[body.lowerBound..<max(start, body.lowerBound)]
        .allSatisfy { $0 == 0x20 || $0 == 0x09 }
      && text.bytes[min(comment.end, body.upperBound)..<body.upperBound]
        .allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
