import Diagnostics
import GoSource

/// Conditions, states and bindings.
extension RuleParser {
  mutating func state(_ word: String, _ line: inout RuleLine) {
    var reason = ""
    if let next = line.peek(), next.hasPrefix("\"") { reason = Self.unquoted(line.word() ?? "") }
    guard line.take("when") else { return expected("'when'", line) }
    guard let condition = condition(&line) else { return }
    let state = RuleState(reason: reason, condition: condition)
    if word == "unneeded" {
      rule.unneeded.append(state)
      lastCondition = .unneeded
    } else {
      rule.applied.append(state)
      lastCondition = .applied
    }
  }

  mutating func continueCondition(_ line: inout RuleLine, _ span: Span) {
    guard let terms = condition(&line)?.terms else { return }
    func joined(_ state: RuleState) -> RuleState {
      RuleState(
        reason: state.reason, condition: RuleCondition(terms: state.condition.terms + terms))
    }
    switch lastCondition {
    case .unneeded:
      if let last = rule.unneeded.popLast() { rule.unneeded.append(joined(last)) }
    case .applied:
      if let last = rule.applied.popLast() { rule.applied.append(joined(last)) }
    case .guardian:
      if let last = guards.indices.last { guards[last].terms += terms }
    case .require, .ensure:
      guard let last = rule.steps.popLast() else { return }
      var action = last.action
      if case .require(let condition) = action {
        action = .require(RuleCondition(terms: condition.terms + terms))
      } else if case .ensure(let condition) = action {
        action = .ensure(RuleCondition(terms: condition.terms + terms))
      }
      rule.steps.append(
        RuleStep(guards: last.guards, action: action, ruleLine: last.ruleLine))
    case nil:
      faults.error(
        .ruleSyntax, "'and' has no condition above it", at: span,
        hint: "It goes on a line of unneeded, applied, when, require or ensure")
    }
  }

  /// A condition, to the end of the line.
  mutating func condition(_ line: inout RuleLine) -> RuleCondition? {
    var terms: [RuleTerm] = []
    if let word = line.peek(), word == "file" || word == "no-file" {
      let start = line
      _ = line.word()
      guard let path = path(&line) else { return nil }
      terms.append(term(nil, .fileExists(path, word == "file"), start, line))
      expectEnd(&line)
      return RuleCondition(terms: terms)
    }
    guard let file = fileName(&line) else { return nil }
    var scope = RuleScope.wholeFile
    repeat {
      let start = line
      if line.take("in") {
        guard let named = self.scope(&line) else { return nil }
        scope = named
      }
      guard let test = test(scope, &line) else { return nil }
      terms.append(term(file, test, start, line))
    } while line.take(",")
    expectEnd(&line)
    return RuleCondition(terms: terms)
  }

  private func term(_ file: String?, _ test: RuleTerm.Test, _ start: RuleLine, _ end: RuleLine)
    -> RuleTerm
  {
    var words = RuleLine(
      file: start.file, number: start.number, offset: 0,
      bytes: Array(start.bytes[start.position..<end.position]))
    return RuleTerm(
      file: file, test: test, text: (file.map { "\($0) " } ?? "") + words.rest(),
      ruleLine: start.number)
  }

  private mutating func test(_ scope: RuleScope, _ line: inout RuleLine) -> RuleTerm.Test? {
    if scope.kind == .file, line.take("import") {
      guard let name = line.word(), line.take("="), let path = line.word() else {
        expected("NAME = PATH", line)
        return nil
      }
      return .imports(name, path: path)
    }
    let isThere = line.peek() == "has"
    guard line.take("has") || line.take("has-no") else {
      expected("'has' or 'has-no'", line)
      return nil
    }
    if line.take("token") {
      guard let token = line.word() else {
        expected("a token", line)
        return nil
      }
      return .token(scope, token, isThere)
    }
    if scope.kind == .file, let word = line.peek(), let kind = RuleScope.Kind(rawValue: word),
      kind != .file
    {
      _ = line.word()
      if let value = line.peek(), value.hasPrefix("\"") {
        _ = line.word()
        return .constant(kind: kind, value: value, isThere)
      }
      guard let names = names(&line) else { return nil }
      return .declares(RuleScope(kind: kind, names: names), isThere)
    }
    return pattern(&line).map { .pattern(scope, $0, isThere) }
  }

  /// `func NAME | NAME`, or `file`.
  mutating func scope(_ line: inout RuleLine) -> RuleScope? {
    guard let word = line.peek(), let kind = RuleScope.Kind(rawValue: word) else {
      expected("func, method, type, const, var or file", line)
      return nil
    }
    _ = line.word()
    if kind == .file { return .wholeFile }
    return names(&line).map { RuleScope(kind: kind, names: $0) }
  }

  mutating func names(_ line: inout RuleLine) -> [RuleName]? {
    var names: [RuleName] = []
    repeat {
      let span = line.nextSpan
      guard let word = line.word(), word != "|" else {
        expected("a name", line)
        return nil
      }
      if word.hasPrefix("$"), !bound.contains(String(word.dropFirst())) {
        unbound(word, at: span)
      }
      let parts = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
      names.append(
        parts.count == 2
          ? RuleName(receiver: parts[0], name: parts[1]) : RuleName(receiver: nil, name: word))
    } while line.take("|")
    return names
  }

  mutating func path(_ line: inout RuleLine) -> RulePath? {
    let span = line.nextSpan
    guard let path = line.word(), Self.isPath(path) else {
      faults.error(
        .ruleSyntax, "here a path is expected", at: span,
        hint: "Write it from the tree's root, or as NAME beside FILE")
      return nil
    }
    guard line.take("beside") else { return RulePath(path: path, beside: nil) }
    return fileName(&line).map { RulePath(path: path, beside: $0) }
  }

  /// A piece of Go, to the end of the line.
  mutating func pattern(_ line: inout RuleLine) -> Pattern? {
    let span = line.nextSpan
    let text = line.rest()
    do throws(GoFault) {
      let pattern = try Pattern(Array(text.utf8))
      if !pattern.elements.isEmpty { return pattern }
      faults.error(.ruleSyntax, "here a piece of Go is expected", at: span)
    } catch {
      faults.error(.ruleGo, error.message, at: span)
    }
    return nil
  }

  mutating func unbound(_ name: String, at span: Span) {
    faults.error(
      .unboundHole, "nothing gives '\(name)' a value", at: span,
      hint: "Bind it above, or use it in a line that is matched")
  }

  static func unquoted(_ text: String) -> String {
    text.hasPrefix("\"") && text.hasSuffix("\"") && text.utf8.count >= 2
      ? String(text.dropFirst().dropLast()) : text
  }

  // MARK: Bindings

  mutating func bind(_ line: inout RuleLine) {
    let span = line.nextSpan
    guard let name = line.word(), name.hasPrefix("$"), Self.isHoleName(name.dropFirst()) else {
      return expected("a name with '$' before it", line)
    }
    guard line.take("=") else { return expected("'='", line) }
    let start = line
    let source = bindingSource(&line)
    let choices = takeIndented().compactMap { choice($0) }
    guard let source else { return }
    var words = start
    let key = String(name.dropFirst())
    if !bound.insert(key).inserted {
      faults.error(.repeatedRuleWord, "'\(name)' is bound twice", at: span)
    }
    rule.bindings.append(
      RuleBinding(
        name: key, source: source, choices: choices, text: words.rest(), ruleLine: line.number))
  }

  static func isHoleName(_ name: Substring) -> Bool {
    guard let first = name.utf8.first, !(0x30...0x39).contains(first) else { return false }
    return name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
    }
  }

  /// `VALUE -> TEXT`; `other` stands for every other value.
  private mutating func choice(_ line: RuleLine) -> (value: String, text: String)? {
    var line = line
    if line.isAtEnd { return nil }
    let span = line.nextSpan
    guard let value = line.word(), line.take("->") else {
      expected("VALUE -> TEXT", line)
      return nil
    }
    let text = line.bytes.dropFirst(line.position + 1)
    for used in HoleText(text).names where !bound.contains(used) { unbound("$" + used, at: span) }
    return (Self.unquoted(value), String(decoding: text, as: UTF8.self))
  }

  private mutating func bindingSource(_ line: inout RuleLine) -> RuleBinding.Source? {
    switch line.word() {
    case "const":
      guard line.take("in"), let file = fileName(&line), line.take("with"), line.take("value"),
        let value = line.word()
      else { return wrongBinding("const in FILE with value \"…\"", line) }
      expectEnd(&line)
      return .constant(value: value, file: file)
    case "var":
      guard line.take("in"), let file = fileName(&line), line.take("holding") else {
        return wrongBinding("var in FILE holding GO", line)
      }
      return pattern(&line).map { .variable(holding: $0, file: file) }
    case "func":
      guard line.take("in"), let file = fileName(&line) else {
        return wrongBinding("func in FILE using NAME, or named A | B", line)
      }
      if line.take("named") {
        return names(&line).map {
          .firstNamed(RuleScope(kind: .function, names: $0), file: file)
        }
      }
      guard line.take("using"), let name = names(&line)?.first else {
        return wrongBinding("func in FILE using NAME, or named A | B", line)
      }
      return .functionUsing(token: name.name, file: file)
    case "from":
      guard let file = fileName(&line) else { return nil }
      var scope = RuleScope.wholeFile
      if line.take("in") {
        guard let named = self.scope(&line) else { return nil }
        scope = named
      }
      guard line.take("matching") else {
        return wrongBinding("from FILE [in func|type|method NAME] matching GO", line)
      }
      return pattern(&line).map { .found($0, in: scope, file: file) }
    case "import":
      let wanted = line.word()
      guard wanted == "path" || wanted == "name", line.take("of"), let name = line.word(),
        line.take("in"), let file = fileName(&line)
      else {
        return wrongBinding("import path of NAME in FILE, or import name of PATH in FILE", line)
      }
      let plain = Self.unquoted(name)
      return wanted == "path"
        ? .importPath(of: plain, file: file) : .importName(path: plain, file: file)
    case let word? where word == "arity" || word == "results":
      guard line.take("of"), let scope = scope(&line), line.take("in"), let file = fileName(&line)
      else { return wrongBinding("\(word) of func NAME in FILE", line) }
      return word == "arity" ? .arity(of: scope, file: file) : .results(of: scope, file: file)
    case "package":
      guard line.take("of"), let file = fileName(&line) else {
        return wrongBinding("package of FILE", line)
      }
      return .package(of: file)
    case "whether": return condition(&line).map { .whether($0) }
    default:
      return wrongBinding(
        "const, var, func, from, import, arity, results, package or whether", line)
    }
  }

  private mutating func wrongBinding(_ form: String, _ line: RuleLine) -> RuleBinding.Source? {
    expected(form, line)
    return nil
  }
}
