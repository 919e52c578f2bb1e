public import Diagnostics
import GoSource

extension RemedyRule {
  /// Reads a rule file. All its faults are told at once; with any of them there is no rule.
  public static func parse(_ file: SourceFile, into faults: inout DiagnosticList) -> RemedyRule? {
    var parser = RuleParser(file)
    let rule = parser.run()
    faults.append(contentsOf: parser.faults)
    return parser.faults.hasErrors ? nil : rule
  }
}

/// Reads the lines of a rule file one after the other.
struct RuleParser {
  let file: SourceFile
  var rule: RemedyRule
  var faults = DiagnosticList()
  private var lines: [RuleLine] = []
  private var index = 0
  /// Conditions that guard the next step.
  var guards: [RuleCondition] = []
  /// Where `and` continues.
  var lastCondition: LastCondition?
  /// Names bound so far.
  var bound: Set<String> = []
  private var seen: Set<String> = []

  enum LastCondition { case unneeded, applied, guardian, require, ensure }

  init(_ file: SourceFile) {
    self.file = file
    rule = RemedyRule(source: file)
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

  mutating func run() -> RemedyRule {
    while index < lines.count {
      var line = lines[index]
      index += 1
      if line.isAtEnd || line.bytes.first == UInt8(ascii: "#") { continue }
      let span = line.nextSpan
      if let first = line.bytes.first, first == 0x20 || first == 0x09 {
        faults.error(
          .ruleSyntax, "nothing above this line goes on in indented lines", at: span,
          hint: "Begin the line with a word of the language, or remove the blank line above")
        continue
      }
      if let word = line.word() { statement(word, &line, span) }
    }
    complete()
    return rule
  }

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
          .ruleSyntax, "a blank must stand behind the first sign of the line",
          at: file.span(at: line.offset + 1), hint: "Write '+ ', '- ' or two blanks before the Go")
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
    case "remedy", "title", "opt-in", "page", "needs":
      if !seen.insert(word).inserted {
        faults.error(.repeatedRuleWord, "'\(word)' is said twice", at: span)
      }
      head(word, &line, span)
    case "setting", "bug", "upstream", "excludes", "after", "files":
      head(word, &line, span)
    case "bind": bind(&line)
    case "unneeded", "applied": state(word, &line)
    case "when":
      if let condition = condition(&line) { guards.append(condition) }
      lastCondition = .guardian
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
        isHunkLine ? "no edit begins above this line" : "'\(word)' is no word of edit rules",
        at: span,
        hint: isHunkLine
          ? "Put a line that begins with edit above it, without a blank line between"
          : RuleWords.suggestion(for: word))
    }
  }

  mutating func addStep(_ action: RuleStep.Action, _ line: RuleLine) {
    rule.steps.append(RuleStep(guards: guards, action: action, ruleLine: line.number))
    guards = []
  }

  private mutating func complete() {
    func lacks(_ what: String) { faults.error(.incompleteRule, what, at: .whole(file)) }
    if rule.name.isEmpty { lacks("the rule has no name: a line 'remedy NAME' is missing") }
    if rule.title.isEmpty { lacks("the rule has no title: a line 'title TEXT' is missing") }
    if rule.files.isEmpty { lacks("the rule has no files: a line 'files NAME = PATH' is missing") }
    if rule.applied.isEmpty, rule.unneeded.isEmpty {
      lacks("the rule cannot tell that it is done: a line 'applied when …' is missing")
    }
    let changes = rule.steps.contains {
      switch $0.action {
      case .edit, .newFile: true
      default: false
      }
    }
    if !changes { lacks("the rule changes nothing: a line 'edit …' is missing") }
    if !guards.isEmpty {
      faults.error(.ruleSyntax, "a 'when' at the end of the rule guards nothing", at: .whole(file))
    }
  }
}

/// The words that lines begin with.
enum RuleWords {
  static let all = [
    "remedy", "title", "opt-in", "page", "setting", "bug", "upstream", "excludes", "after", "needs",
    "files", "bind", "unneeded", "applied",
    "when", "and", "require", "ensure", "edit", "new-file",
  ]

  /// A hint for a word that is nearly one of them.
  static func suggestion(for word: String) -> String? {
    let letters = Set(word)
    let near = all.first { candidate in
      abs(candidate.count - word.count) <= 2 && candidate.first == word.first
        && letters.symmetricDifference(candidate).count <= 2
    }
    return near.map { "Did you mean '\($0)'?" }
  }
}
