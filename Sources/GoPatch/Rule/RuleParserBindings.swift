import Diagnostics
import GoSource

/// Names that are found in the sources.
extension RuleParser {
  mutating func bind(_ line: inout RuleLine) {
    let span = line.nextSpan
    guard let name = line.word(), name.hasPrefix("$"), Self.isHoleName(name.dropFirst()) else {
      return expected("a name that starts with '$'", line)
    }
    guard line.take("=") else { return expected("'='", line) }
    let start = line
    let source = bindingSource(&line)
    let choices = takeIndented().compactMap { choice($0) }
    var words = start
    let key = String(name.dropFirst())
    // A name whose source is faulty has a value for all that follows.
    if !bound.insert(key).inserted {
      faults.error(.repeatedRuleWord, "'\(name)' is bound twice", at: span)
    }
    guard let source else { return }
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
