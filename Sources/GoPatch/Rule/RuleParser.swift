import Diagnostics
import GoSource

/// Reads the lines of a rule file one after the other.
struct RuleParser {
  let file: SourceFile
  var rule: PatchRule
  var faults = DiagnosticList()
  private var lines: [RuleLine] = []
  private var index = 0
  /// The condition that guards the next step, and where it stands.
  var guardian: (condition: RuleCondition, span: Span)?
  /// The condition that `and` continues.
  var lastCondition: LastCondition?
  /// Names bound so far.
  var bound: TextSet = []
  private var seen: TextSet = []
  /// The words whose lines have faults: what they lack is not told again.
  private var faulty: TextSet = []

  enum LastCondition { case unneeded, applied, guardian, require, ensure, faulty }

  init(_ file: SourceFile, isBuiltIn: Bool) {
    self.file = file
    rule = PatchRule(source: file, isBuiltIn: isBuiltIn)
    var offset = 0
    var number = 1
    for slice in file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      let bytes = Self.withoutRemark(slice.last == 0x0D ? slice.dropLast() : slice)
      lines.append(RuleLine(file: file, number: number, offset: offset, bytes: bytes))
      offset += slice.count + 1
      number += 1
    }
  }

  /// A line without the remark that two blanks and `# ` begin; lines of hunks and pages have none.
  private static func withoutRemark(_ line: ArraySlice<UInt8>) -> [UInt8] {
    let line = Array(line)
    guard let first = line.first, first != 0x20, first != 0x2B, first != 0x2D else { return line }
    let remark = Array("  # ".utf8)
    let start = line.indices.first { line[$0...].starts(with: remark) }
    return start.map { Array(line[..<$0]) } ?? line
  }

  mutating func run() -> PatchRule {
    while index < lines.count {
      var line = lines[index]
      index += 1
      if line.isAtEnd || line.bytes.first == UInt8(ascii: "#") { continue }
      guard line.bytes.count <= RuleLimits.lineBytes else {
        faults.error(
          .ruleTooLarge, "the line has more than \(RuleLimits.lineBytes) bytes",
          at: Span(file: file, line: line.number, column: 1), hint: "write shorter lines")
        continue
      }
      let span = line.nextSpan
      if let first = line.bytes.first, first == 0x20 || first == 0x09 {
        faults.error(
          .ruleSyntax, "no line above this one can continue on an indented line", at: span,
          hint: "start the line with a word of the rule language, or remove the empty line above")
        continue
      }
      guard let word = line.word() else { continue }
      let before = faults.errorCount
      statement(word, &line, span)
      if faults.errorCount > before {
        faulty.insert(RuleWords.nearest(to: word) ?? word)
        // A faulty line below a guard is what it guards.
        if word != "when", word != "and" { guardian = nil }
        lastCondition = .faulty
      }
    }
    complete()
    return rule
  }

  /// True if lines that begin with one of these words have faults.
  func isFaulty(_ words: String...) -> Bool { !faulty.isDisjoint(with: words) }

  /// The lines that follow and begin with a blank, and how far they are indented.
  mutating func takeIndented() -> [RuleLine] {
    var taken: [RuleLine] = []
    while index < lines.count {
      let line = lines[index]
      let isIndented = line.bytes.first == 0x20 || line.bytes.first == 0x09
      guard isIndented || line.isAtEnd else { break }
      taken.append(line)
      index += 1
    }
    while taken.last?.isAtEnd == true { taken.removeLast() }
    return taken
  }

  /// The lines of a hunk: `+ `, `- ` or two blanks, then Go.
  mutating func takeHunk() -> [EditHunk.Line] {
    var taken: [EditHunk.Line] = []
    while index < lines.count, let first = lines[index].bytes.first {
      let marker: EditHunk.Marker
      switch first {
      case UInt8(ascii: "+"): marker = .insert
      case UInt8(ascii: "-"): marker = .delete
      case 0x20: marker = .context
      default: return taken
      }
      let line = lines[index]
      index += 1
      if line.isAtEnd { continue }
      if line.bytes.count > 1, line.bytes[1] != 0x20 {
        faults.error(
          .ruleSyntax, "the first character of the line must be followed by a space",
          at: file.span(at: line.offset + 1),
          hint: "put '+ ', '- ' or two spaces before the Go code")
        continue
      }
      taken.append(
        EditHunk.Line(
          marker: marker, text: Array(line.bytes.dropFirst(2)), ruleLine: line.number))
    }
    return taken
  }

  private mutating func statement(_ word: String, _ line: inout RuleLine, _ span: Span) {
    if word != "and" { lastCondition = nil }
    switch word {
    case "patch", "title", "opt-in", "needs":
      if !seen.insert(word).inserted {
        faults.error(.repeatedRuleWord, "'\(word)' is used twice", at: span)
      }
      head(word, &line, span)
    case "page", "setting", "bug", "upstream", "excludes", "after", "files":
      head(word, &line, span)
    case "bind": bind(&line)
    case "unneeded", "applied": state(word, &line)
    case "when": guardNext(&line, span)
    case "require", "ensure":
      if let condition = condition(&line) {
        addStep(word == "require" ? .require(condition) : .ensure(condition), line)
      }
      lastCondition = word == "require" ? .require : .ensure
    case "and": continueCondition(&line, span)
    case "edit": edit(&line)
    case "new-file": newFile(&line)
    default:
      let isHunkLine = word.hasPrefix("+") || word.hasPrefix("-")
      faults.error(
        .unknownRuleWord,
        isHunkLine
          ? "there is no edit above this line" : "'\(word)' is not a word of the rule language",
        at: span,
        hint: isHunkLine
          ? "Put a line that starts with edit above it, without an empty line between them"
          : RuleWords.suggestion(for: word))
      skipContinuation()
    }
  }

  /// Passes over the lines that belong to a line which could not be read.
  private mutating func skipContinuation() {
    let marks = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "+"), UInt8(ascii: "-")]
    while index < lines.count,
      lines[index].isAtEnd || lines[index].bytes.first.map(marks.contains) == true
    {
      index += 1
    }
  }

  mutating func addStep(_ action: RuleStep.Action, _ line: RuleLine) {
    rule.steps.append(
      RuleStep(guardian: guardian?.condition, action: action, ruleLine: line.number))
    guardian = nil
  }

  private mutating func guardNext(_ line: inout RuleLine, _ span: Span) {
    if guardian != nil {
      faults.error(
        .repeatedRuleWord, "there is already a 'when' above this one", at: span,
        hint: "use 'and' if both must be true")
    }
    if let condition = condition(&line) { guardian = (condition, span) }
    lastCondition = .guardian
  }

  /// Checks for the lines that every rule must have; a faulty one was reported already.
  private mutating func complete() {
    let place = rule.nameSpan ?? .whole(file)
    let steps =
      rule.bindings.count + rule.steps.count
      + rule.conditions.reduce(0) { $0 + $1.terms.count }
    if steps > RuleLimits.steps {
      faults.error(
        .ruleTooLarge, "the rule has more than \(RuleLimits.steps) steps and conditions", at: place,
        hint: "split it in two")
    }
    if rule.predecessors.count > RuleLimits.predecessors {
      faults.error(
        .ruleTooLarge,
        "the rule names more than \(RuleLimits.predecessors) patches after 'after' and 'needs'",
        at: place, hint: "name only those that it really depends on")
    }
    func lacks(_ what: String) { faults.error(.incompleteRule, what, at: place) }
    if rule.name.isEmpty, !isFaulty("patch") {
      lacks("a line 'patch NAME' is missing: the rule has no name")
    }
    if rule.title.isEmpty, !isFaulty("title") {
      lacks("a line 'title TEXT' is missing: the rule has no title")
    }
    if rule.message.page.isEmpty, !isFaulty("page") {
      faults.warning(
        .incompleteRule, "the rule has no page, so its mail does not explain the change", at: place,
        hint: "explain the problem, and how to test the change, on lines below 'page'")
    }
    if rule.files.isEmpty, !isFaulty("files") {
      lacks("a line 'files NAME = PATH' is missing: the rule has no files")
    }
    if rule.applied.isEmpty, rule.unneeded.isEmpty, !isFaulty("applied", "unneeded") {
      lacks("a line 'applied when …' is missing: the rule cannot recognize its own result")
    }
    let changes = rule.steps.contains {
      switch $0.action {
      case .edit, .newFile: true
      case .require, .ensure: false
      }
    }
    if !changes, !isFaulty("edit", "new-file") {
      lacks("a line 'edit …' is missing: the rule changes nothing")
    }
    if let guardian {
      faults.error(
        .ruleSyntax, "this 'when' has no effect", at: guardian.span,
        hint: "put page, setting, require, ensure, edit or new-file below it, or remove it")
    }
  }
}
