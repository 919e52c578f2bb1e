import GoSource

/// Takes a declaration or an import out of a file: whole lines, with the comment that belongs to it.
struct DeclarationRemoval {
  let file: GoFile

  func edit(removing declaration: Declaration) throws(EditFault) -> LineEdit {
    guard declaration.siblings == 1 else {
      throw EditFault(
        message: "'\(declaration.name)' is declared together with other names",
        line: file.text.tokens[declaration.tokens.lowerBound].line)
    }
    guard let group = declaration.group else { return try lines(of: declaration.tokens) }
    let members = file.declarations.filter { $0.group == group }
    if Set(members.map(\.tokens.lowerBound)).count == 1 {
      return try wholeGroup(group, only: declaration.tokens)
    }
    // A spec without a value repeats the one above it, and counts its place.
    let countsPlaces = members.contains { member in
      member.kind == .const
        && (member.value.isEmpty || member.value.contains { file.text.isToken($0, "iota") })
    }
    if countsPlaces {
      throw EditFault(
        message: "the constants around '\(declaration.name)' depend on their order",
        line: file.text.tokens[declaration.tokens.lowerBound].line)
    }
    let edit = try lines(of: declaration.tokens)
    try checkColumns(around: edit.deleted, of: declaration)
    return edit
  }

  /// gofmt aligns the `=` of neighbors: the longest name may go only if nothing has to move.
  private func checkColumns(around lines: Range<Int>, of declaration: Declaration)
    throws(EditFault)
  {
    let own = file.text.tokens[declaration.tokens.lowerBound].line
    guard padding(own) == 1 else { return }
    var paddings: [Int] = []
    var line = lines.lowerBound - 1
    while line >= 0, let padding = padding(line) {
      paddings.append(padding)
      line -= 1
    }
    line = lines.upperBound
    while line < file.text.lineCount, let padding = padding(line) {
      paddings.append(padding)
      line += 1
    }
    if let least = paddings.min(), least > 1 {
      throw EditFault(
        message: "the lines around '\(declaration.name)' would have to be realigned", line: own)
    }
  }

  /// The number of blanks before the first `=` of a line; nil if there is none.
  private func padding(_ line: Int) -> Int? {
    let body = file.text.bytes[file.text.lineBody(line)]
    guard let equals = body.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    return body[..<equals].reversed().prefix { $0 == 0x20 }.count
  }

  func edit(removing spec: ImportSpec) throws(EditFault) -> LineEdit {
    guard let group = spec.group else {
      // The keyword stands before a spec that is alone.
      return try lines(of: spec.tokens.lowerBound - 1..<spec.tokens.upperBound)
    }
    let isOnly = file.imports.filter { $0.group == group }.count == 1
    return try isOnly ? wholeGroup(group, only: spec.tokens) : lines(of: spec.tokens)
  }

  /// The lines of the group, unless comments in it are about something else.
  private func wholeGroup(_ group: Range<Int>, only spec: Range<Int>) throws(EditFault) -> LineEdit
  {
    let own = try lines(of: spec).deleted
    let edit = try lines(of: group)
    let inside =
      file.text.tokens[group.lowerBound].line...file.text.tokens[group.upperBound - 1].line
    if let other = file.text.comments.first(where: {
      inside.contains($0.line) && !own.contains($0.line)
    }) {
      throw EditFault(
        message: "a comment in the group would lose its declaration", line: other.line)
    }
    return edit
  }

  private func lines(of range: Range<Int>) throws(EditFault) -> LineEdit {
    let text = file.text
    let first = text.tokens[range.lowerBound].line
    let last = text.lastLine(of: text.tokens[range.upperBound - 1])
    if range.lowerBound > 0 {
      let before = text.tokens[range.lowerBound - 1]
      if before.kind != .lineEnd, text.lastLine(of: before) == first {
        throw EditFault(message: "the line has something else before it", line: first)
      }
    }
    var next = range.upperBound
    while next < text.tokens.count, text.tokens[next].kind == .lineEnd { next += 1 }
    if next < text.tokens.count, text.tokens[next].line == last {
      throw EditFault(message: "the line has something else after it", line: last)
    }
    var start = first
    let comments = CommentLines(text)
    while comments.isComment(start - 1) { start -= 1 }
    return LineEdit(deleted: start..<last + 1, inserted: [])
  }
}
