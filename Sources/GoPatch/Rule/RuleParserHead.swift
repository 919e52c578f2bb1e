import Diagnostics

/// The lines that say what a patch is.
extension RuleParser {
  mutating func head(_ word: String, _ line: inout RuleLine, _ span: Span) {
    switch word {
    case "patch":
      rule.nameSpan = line.isAtEnd ? span : line.nextSpan
      rule.name = line.rest()
      let isName = rule.name.utf8.allSatisfy {
        $0 == 0x2D || (0x30...0x39).contains($0) || (0x61...0x7A).contains($0)
      }
      if !isName {
        faults.error(
          .ruleSyntax, "a patch's name must contain only lowercase letters, digits and '-'",
          at: span)
      }
    case "title": rule.title = line.rest()
    case "opt-in":
      rule.isOptIn = true
      expectEnd(&line)
    case "setting":
      guard let path = line.word() else { return expected("the path of a setting", line) }
      guard !line.isAtEnd else { return expected("what the setting does", line) }
      let setting = PatchRule.Setting(path: path, meaning: line.rest())
      rule.message.settings.append(part(setting))
    case "bug":
      warn(of: ["/pull/", "/merge_requests/"], "is a change, not a report", &line, use: "upstream")
      rule.message.bugs.append(part(line.rest()))
    case "upstream":
      warn(of: ["/issues/"], "is a report, not a change", &line, use: "bug")
      rule.message.upstreamChanges.append(part(line.rest()))
    case "excludes": rule.excludes += references(&line)
    case "after": rule.after += references(&line)
    case "needs": rule.needs += references(&line)
    case "files": files(&line)
    default: page(&line)
    }
  }

  /// Other patches: `a | b | c`, to the end of the line.
  private mutating func references(_ line: inout RuleLine) -> [String] {
    var names: [String] = []
    repeat {
      let span = line.nextSpan
      guard let name = line.word(), name != "|" else {
        expected("a name", line)
        return names
      }
      names.append(name)
      rule.references[name] = rule.references[name] ?? span
    } while line.take("|")
    expectEnd(&line)
    return names
  }

  /// A part of what the rule says, which holds where the guard above it does.
  private mutating func part<Value>(_ value: Value, label: String = "") -> RuleMessage.Part<Value> {
    defer { guardian = nil }
    return RuleMessage.Part(value: value, condition: guardian?.condition, label: label)
  }

  /// Those who read the mail look for reports and changes at their own places.
  private mutating func warn(
    of signs: [String], _ what: String, _ line: inout RuleLine, use word: String
  ) {
    let span = line.nextSpan
    var copy = line
    let text = copy.rest()
    guard signs.contains(where: text.contains) else { return }
    faults.warning(
      .misplacedLink, "'\(text)' \(what)", at: span,
      hint: "put it on a line that starts with \(word)")
  }

  /// `page`, or `page "WHERE"` below a guard, with its text on indented lines.
  private mutating func page(_ line: inout RuleLine) {
    var label = ""
    let labelSpan = line.nextSpan
    if let next = line.peek(), next.hasPrefix("\"") { label = Self.unquoted(line.word() ?? "") }
    if !label.isEmpty, guardian == nil {
      faults.error(
        .ruleSyntax, "nothing says when this part of the page applies", at: labelSpan,
        hint: "put a line that starts with when above it, or remove the words in quotes")
    }
    let first = line.rest()
    let indented = takeIndented()
    let margin = indented.filter { !$0.isAtEnd }.map { $0.bytes.prefix { $0 == 0x20 }.count }.min()
    let lines = indented.map { String(decoding: $0.bytes.dropFirst(margin ?? 0), as: UTF8.self) }
    let text = ((first.isEmpty ? [] : [first]) + lines).joined(separator: "\n")
    let page = part(text, label: label)
    if !text.isEmpty { rule.message.page.append(page) }
  }

  /// `pilot = PATH | PATH (optional) ; pods = PATH`; more of them may stand on indented lines.
  private mutating func files(_ line: inout RuleLine) {
    addFiles(&line)
    for var next in takeIndented() where !next.isAtEnd { addFiles(&next) }
  }

  private mutating func addFiles(_ line: inout RuleLine) {
    while !line.isAtEnd {
      let span = line.nextSpan
      guard let alias = line.word(), line.take("=") else {
        return expected("NAME = PATH", line)
      }
      var paths: [String] = []
      repeat {
        guard let path = line.word() else { return expected("a path", line) }
        paths.append(path)
      } while line.take("|")
      let isOptional = line.take("(optional)")
      for path in paths where !Self.isPath(path) {
        faults.error(
          .ruleSyntax, "'\(path)' is not a path inside the Flyte tree", at: span,
          hint: "write it relative to the root of the tree, with '/' and without '..'")
      }
      if rule.files.contains(where: { $0.alias == alias }) {
        faults.error(.repeatedRuleWord, "the file '\(alias)' is declared twice", at: span)
      }
      rule.files.append(RuleFile(alias: alias, paths: paths, isOptional: isOptional))
      if !line.isAtEnd, !line.take(";") { return expected("';' or the end of the line", line) }
    }
  }

  static func isPath(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return parts.allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
  }

  // MARK: What all lines share

  mutating func expected(_ what: String, _ line: RuleLine) {
    faults.error(.ruleSyntax, "\(what) is expected here", at: line.nextSpan)
  }

  mutating func expectEnd(_ line: inout RuleLine) {
    if !line.isAtEnd { expected("the end of the line", line) }
  }

  /// The short name of a file that the rule declares.
  mutating func fileName(_ line: inout RuleLine) -> String? {
    let span = line.nextSpan
    guard let name = line.word() else {
      expected("the name of a file", line)
      return nil
    }
    if !isFaulty("files"), !rule.files.contains(where: { $0.alias == name }) {
      let known = rule.files.map(\.alias).joined(separator: ", ")
      faults.error(
        .unknownRuleFile, "this rule does not declare the file '\(name)'", at: span,
        hint: known.isEmpty ? "put a line that starts with files above" : "it declares: \(known)")
    }
    return name
  }
}
