import Diagnostics
import GoSource

/// Edits and new files.
extension RuleParser {
  mutating func newFile(_ line: inout RuleLine) {
    guard let path = path(&line) else { return }
    guard line.take("from") else { return expected("from TEMPLATE", line) }
    let span = line.nextSpan
    guard let template = line.word(), Self.isPath(template) else {
      faults.error(
        .ruleSyntax, "the name of a template is expected here", at: span,
        hint: "write the name of a file in the templates folder Go, without '..'")
      return
    }
    expectEnd(&line)
    rule.templateSpans[template] = span
    addStep(.newFile(path, template: template), line)
  }

  mutating func edit(_ line: inout RuleLine) {
    guard let file = fileName(&line) else {
      _ = takeHunk()
      return
    }
    var scope = RuleScope.wholeFile
    if line.take("in") {
      guard let named = self.scope(&line) else {
        _ = takeHunk()
        return
      }
      scope = named
    }
    var isOptional = line.take("optional")
    let change: RuleEdit.Change?
    switch line.peek() {
    case "delete": change = deletion(&line)
    case "append-to": change = addition(&scope, &line)
    case "ensure-import": change = imported(&line)
    case "drop-import-if-unused":
      _ = line.word()
      change = line.word().map { .dropImportIfUnused($0) }
    default:
      let count = self.count(&line)
      isOptional = line.take("optional") || isOptional
      change = hunk(count, line)
    }
    expectEnd(&line)
    guard let change else { return }
    addStep(
      .edit(RuleEdit(file: file, scope: scope, isOptional: isOptional, change: change)), line)
  }

  private mutating func count(_ line: inout RuleLine) -> Int {
    if line.take("times") {
      let span = line.nextSpan
      guard let word = line.word(), let count = Int(word), (1...1000).contains(count) else {
        faults.error(.ruleSyntax, "a number from 1 to 1000 is expected here", at: span)
        return 1
      }
      return count
    }
    if !line.take("once") {
      expected("'once', 'times N', delete, append-to, ensure-import or drop-import-if-unused", line)
    }
    return 1
  }

  private mutating func hunk(_ count: Int, _ line: RuleLine) -> RuleEdit.Change? {
    let lines = takeHunk()
    for hunkLine in lines where hunkLine.marker != .insert {
      let span = Span(file: file, line: hunkLine.ruleLine, column: 3)
      if hunkLine.isComment, hunkLine.marker == .context {
        faults.error(
          .unusableHunk, "comments are not matched", at: span,
          hint: "remove the line; to remove a comment, put it on a line with '-'")
      }
      if hunkLine.marker == .delete, Self.contains(hunkLine.text, "...") {
        faults.error(
          .unusableHunk, "'...' is not allowed on a removed line", at: span,
          hint: "write out everything that is removed")
      }
    }
    let hunk: EditHunk
    do throws(GoFault) {
      hunk = try EditHunk(lines)
    } catch {
      let matched = lines.filter(\.isMatched)
      let place = error.line < matched.count ? matched[error.line].ruleLine : line.number
      faults.error(.ruleGo, error.message, at: Span(file: file, line: place, column: 3))
      return nil
    }
    guard !hunk.blocks.isEmpty else {
      faults.error(
        .unusableHunk, "the edit changes nothing",
        at: Span(file: file, line: line.number, column: 1),
        hint: "put lines that start with '+ ' or '- ' below it")
      return nil
    }
    guard let first = hunk.pattern.elements.first, let last = hunk.pattern.elements.last,
      !Self.isElision(first), !Self.isElision(last)
    else {
      faults.error(
        .unusableHunk, "an edit must start and end with a matched line, not with '...'",
        at: Span(file: file, line: line.number, column: 1))
      return nil
    }
    checkHoles(of: lines.filter { $0.marker == .insert }, known: hunk.pattern.holes)
    checkBrackets(of: lines, line.number)
    return .hunk(hunk, count: count)
  }

  /// Checks that a hunk leaves open what it found open: `if x {` may become `if y {`.
  private mutating func checkBrackets(of lines: [EditHunk.Line], _ number: Int) {
    let old = openBrackets(lines.filter { $0.marker != .insert })
    let new = openBrackets(lines.filter { $0.marker != .delete })
    guard let old, let new, old != new else { return }
    faults.error(
      .ruleGo, "the brackets of the added lines do not match those of the removed lines",
      at: Span(file: file, line: number, column: 1),
      hint: "close every bracket on the '+' lines, as the '-' lines do")
  }

  /// The brackets that have no partner among these lines; nil where they are no Go, which is told.
  private mutating func openBrackets(_ lines: [EditHunk.Line]) -> String? {
    let text: GoText
    do throws(GoFault) {
      text = try GoText(
        Array(lines.map(\.text).joined(separator: [0x0A])), readsPatterns: true)
    } catch {
      let place = error.line < lines.count ? lines[error.line].ruleLine : 0
      faults.error(.ruleGo, error.message, at: Span(file: file, line: place, column: 3))
      return nil
    }
    var open = ""
    for index in text.tokens.indices where text.tokens[index].kind == .mark {
      switch text.text(index) {
      case "(", "[", "{": open += text.text(index)
      case ")" where open.last == "(", "]" where open.last == "[", "}" where open.last == "{":
        open.removeLast()
      case ")", "]", "}": open += text.text(index)
      default: break
      }
    }
    return open
  }

  private static func isElision(_ element: Pattern.Element) -> Bool {
    if case .elision = element.kind { true } else { false }
  }

  private static func contains(_ text: [UInt8], _ part: String) -> Bool {
    let part = Array(part.utf8)
    return text.indices.contains { text[$0...].starts(with: part) }
  }

  private mutating func checkHoles(of lines: [EditHunk.Line], known: TextSet) {
    for line in lines {
      for name in HoleText(line.text[...]).names
      where !known.contains(name) && !bound.contains(name) {
        unbound("$" + name, at: Span(file: file, line: line.ruleLine, column: 3))
      }
    }
  }

  private mutating func deletion(_ line: inout RuleLine) -> RuleEdit.Change? {
    _ = line.word()
    var kinds: [RuleScope.Kind] = []
    if let word = line.word(), let kind = RuleScope.Kind(named: word), kind != .file {
      kinds = [kind]
    } else {
      expected("func, method, type, const or var", line)
      return nil
    }
    guard let name = names(&line)?.first, line.take("if-unused") else {
      expected("NAME if-unused", line)
      return nil
    }
    return .deleteUnused(name, kinds: kinds)
  }

  private mutating func addition(_ scope: inout RuleScope, _ line: inout RuleLine)
    -> RuleEdit.Change?
  {
    _ = line.word()
    if line.take("type") {
      guard let names = names(&line) else { return nil }
      scope = RuleScope(kind: .type, names: names)
      let number = line.number
      let lines = added(number)
      if let first = lines.first, !first.isComment {
        faults.error(
          .unusableHunk, "an added field must start with a comment",
          at: Span(
            file: file, line: first.ruleLine, column: 3),
          hint: "the comment keeps gofmt from aligning the fields above it again")
      }
      return .appendFields(lines)
    }
    guard line.take("literal") else {
      expected("'type' or 'literal'", line)
      return nil
    }
    guard let pattern = pattern(&line) else { return nil }
    return .appendElements(to: pattern, added(line.number))
  }

  private mutating func added(_ number: Int) -> [EditHunk.Line] {
    let lines = takeHunk()
    if lines.isEmpty || lines.contains(where: { $0.marker != .insert }) {
      faults.error(
        .unusableHunk, "at least one line is needed here, and every line must start with '+ '",
        at: Span(file: file, line: number, column: 1))
    }
    checkHoles(of: lines, known: [])
    return lines
  }

  private mutating func imported(_ line: inout RuleLine) -> RuleEdit.Change? {
    _ = line.word()
    guard let first = line.word() else {
      expected("[NAME] \"PATH\"", line)
      return nil
    }
    if first.hasPrefix("\"") {
      return .ensureImport(alias: nil, path: Self.unquoted(first))
    }
    guard let path = line.word(), path.hasPrefix("\"") else {
      expected("a path in quotes", line)
      return nil
    }
    return .ensureImport(alias: first, path: Self.unquoted(path))
  }
}
