import Diagnostics
import GoSource

/// Conditions and states.
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
      guardian?.condition.terms += terms
    case .require, .ensure:
      guard let last = rule.steps.popLast() else { return }
      var action = last.action
      if case .require(let condition) = action {
        action = .require(RuleCondition(terms: condition.terms + terms))
      } else if case .ensure(let condition) = action {
        action = .ensure(RuleCondition(terms: condition.terms + terms))
      }
      rule.steps.append(
        RuleStep(guardian: last.guardian, action: action, ruleLine: last.ruleLine))
    case .faulty: break
    case nil:
      faults.error(
        .ruleSyntax, "'and' has no condition above it", at: span,
        hint: "'and' continues a line of unneeded, applied, when, require or ensure")
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
      return token(&line).map { .token(scope, $0, isThere) }
    }
    if scope.kind == .file, let word = line.peek(), let kind = RuleScope.Kind(named: word),
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

  /// One token, or a name that was bound.
  private mutating func token(_ line: inout RuleLine) -> String? {
    let span = line.nextSpan
    guard let token = line.word() else {
      expected("a token", line)
      return nil
    }
    if token.hasPrefix("$") {
      if !bound.contains(String(token.dropFirst())) { unbound(token, at: span, isMatched: false) }
      return token
    }
    let tokens = (try? GoText(Array(token.utf8)))?.tokens.filter { $0.kind != .lineEnd }
    guard tokens?.count == 1 else {
      faults.error(
        .ruleSyntax, "'\(token)' is not a single Go token, so it matches nothing", at: span,
        hint: "write Go code without the word token before it")
      return nil
    }
    return token
  }

  /// `func NAME | NAME`, or `file`.
  mutating func scope(_ line: inout RuleLine) -> RuleScope? {
    guard let word = line.peek(), let kind = RuleScope.Kind(named: word) else {
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
        unbound(word, at: span, isMatched: false)
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
        .ruleSyntax, "a path is expected here", at: span,
        hint: "write it relative to the root of the tree, or as NAME beside FILE")
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
      faults.error(.ruleSyntax, "Go code is expected here", at: span)
    } catch {
      faults.error(.ruleGo, error.message, at: span)
    }
    return nil
  }

  /// - Parameter isMatched: whether a line that is matched could give the value.
  mutating func unbound(_ name: String, at span: Span, isMatched: Bool = true) {
    faults.error(
      .unboundHole, "'\(name)' has no value", at: span,
      hint: isMatched ? "bind it above, or use it in a line that is matched" : "bind it above")
  }

  static func unquoted(_ text: String) -> String {
    text.hasPrefix("\"") && text.hasSuffix("\"") && text.utf8.count >= 2
      ? String(text.dropFirst().dropLast()) : text
  }
}
