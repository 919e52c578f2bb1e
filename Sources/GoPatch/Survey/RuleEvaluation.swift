import GoSource

/// Answers a rule's questions about a tree; unknown is nil.
struct RuleEvaluation {
  let rule: PatchRule
  var workspace: Workspace
  /// The texts of the rule's names, as far as they were found.
  private(set) var bindings: TextMap<String> = [:]

  init(_ rule: PatchRule, _ workspace: Workspace) {
    self.rule = rule
    self.workspace = workspace
    for binding in rule.bindings { bindings[binding.name] = value(of: binding) }
  }

  // MARK: Files and scopes

  /// The path of a file of the rule: the first that exists.
  func path(_ alias: String) -> String? {
    rule.files.first { $0.alias == alias }?.paths.first { workspace.bytes($0) != nil }
  }

  func path(_ path: RulePath) -> String? {
    guard let beside = path.beside else { return path.path }
    return self.path(beside).map { path.path(beside: $0) }
  }

  /// The file, if it exists and can be read.
  mutating func file(_ alias: String) -> GoFile? {
    guard let path = path(alias) else { return nil }
    return try? workspace.file(path)
  }

  /// The declarations that a scope means; none where one of its names has no value.
  func declarations(_ scope: RuleScope, in file: GoFile) -> [Declaration] {
    guard let kind = scope.kind.declaration else { return [] }
    return scope.names.flatMap { name -> [Declaration] in
      guard name.isBound else { return file.declarations(kind, name.name, receiver: name.receiver) }
      guard let bound = bindings[String(name.name.dropFirst())] else { return [] }
      return file.declarations(kind, bound)
    }
  }

  /// The tokens of a scope; nil where it is not there, or there twice.
  func range(_ scope: RuleScope, in file: GoFile) -> Range<Int>? {
    if scope.kind == .file { return 0..<file.text.tokens.count }
    let found = declarations(scope, in: file)
    return found.count == 1 ? found.first?.tokens : nil
  }

  /// The pattern with the rule's names filled in; nil where one of them has no value.
  func filled(_ pattern: Pattern) -> Pattern? {
    for binding in rule.bindings
    where pattern.holes.contains(binding.name) && bindings[binding.name] == nil {
      return nil
    }
    return try? pattern.filled(with: bindings)
  }

  /// The bytes of a token of the rule; nil where it is a name without a value.
  private func filled(_ token: String) -> [UInt8]? {
    token.hasPrefix("$")
      ? bindings[String(token.dropFirst())].map { Array($0.utf8) } : Array(token.utf8)
  }

  // MARK: Conditions

  mutating func holds(_ condition: RuleCondition) -> RuleAnswer {
    var isUnknown = false
    for term in condition.terms {
      switch holds(term) {
      case .no: return .no
      case .unknown: isUnknown = true
      case .yes: break
      }
    }
    return isUnknown ? .unknown : .yes
  }

  mutating func holds(_ term: RuleTerm) -> RuleAnswer {
    if case .fileExists(let path, let expected) = term.test {
      guard let path = self.path(path) else { return .unknown }
      return RuleAnswer((workspace.bytes(path) != nil) == expected)
    }
    guard let alias = term.file, let file = file(alias) else { return .unknown }
    switch term.test {
    case .fileExists: return .unknown
    case .declares(let scope, let expected):
      return RuleAnswer(declarations(scope, in: file).isEmpty != expected)
    case .constant(let kind, let value, let expected):
      let isThere = file.declarations.contains {
        $0.kind == kind.declaration && Self.isValue($0, value, in: file)
      }
      return RuleAnswer(isThere == expected)
    case .token(let scope, let token, let expected):
      guard let range = range(scope, in: file), let token = filled(token) else { return .unknown }
      return RuleAnswer(range.contains { file.text.slice($0).elementsEqual(token) } == expected)
    case .pattern(let scope, let pattern, let expected):
      guard let range = range(scope, in: file), let pattern = filled(pattern) else {
        return .unknown
      }
      var matcher = Matcher(pattern, in: file, scope: range)
      let isThere = matcher.first() != nil
      return matcher.isExhausted ? .unknown : RuleAnswer(isThere == expected)
    case .imports(let name, let path):
      return RuleAnswer(file.imports.contains { $0.name == name && $0.path == path })
    }
  }

  /// The first token of what a term says must not be there.
  mutating func offender(against term: RuleTerm) -> Int? {
    guard let alias = term.file, let file = file(alias) else { return nil }
    switch term.test {
    case .token(let scope, let token, false):
      guard let token = filled(token) else { return nil }
      return range(scope, in: file)?.first { file.text.slice($0).elementsEqual(token) }
    case .pattern(let scope, let pattern, false):
      guard let range = range(scope, in: file), let pattern = filled(pattern) else { return nil }
      var matcher = Matcher(pattern, in: file, scope: range)
      return matcher.first()?.tokens.lowerBound
    case .declares(let scope, false):
      return declarations(scope, in: file).first?.tokens.lowerBound
    case .constant(let kind, let value, false):
      return file.declarations.first {
        $0.kind == kind.declaration && Self.isValue($0, value, in: file)
      }?.tokens.lowerBound
    default: return nil
    }
  }

  private static func isValue(_ declaration: Declaration, _ value: String, in file: GoFile) -> Bool
  {
    declaration.value.count == 1
      && file.text.slice(declaration.value.lowerBound).elementsEqual(value.utf8)
  }
}

extension RuleScope.Kind {
  var declaration: Declaration.Kind? {
    switch self {
    case .function: .function
    case .method: .method
    case .type: .type
    case .const: .const
    case .var: .var
    case .file: nil
    }
  }
}

// MARK: Names

extension RuleEvaluation {
  private mutating func value(of binding: RuleBinding) -> String? {
    guard let found = found(binding) else { return nil }
    guard !binding.choices.isEmpty else { return found }
    let choice =
      binding.choices.first { $0.value == found } ?? binding.choices.first { $0.value == "other" }
    return choice.map { choice in
      let text = HoleText(choice.text).filled { name in bindings[name].map { Array($0.utf8) } }
      return String(decoding: text, as: UTF8.self)
    }
  }

  /// Searches the sources; two candidates count as none.
  private mutating func found(_ binding: RuleBinding) -> String? {
    if case .whether(let condition) = binding.source {
      switch holds(condition) {
      case .yes: return "true"
      case .no: return "false"
      case .unknown: return nil
      }
    }
    guard let alias = binding.source.file, let file = file(alias) else { return nil }
    switch binding.source {
    case .constant(let value, _):
      return Self.only(
        file.declarations.filter { $0.kind == .const && Self.isValue($0, value, in: file) })
    case .variable(let pattern, _):
      guard let pattern = filled(pattern) else { return nil }
      return Self.only(
        file.declarations.filter { declaration in
          guard declaration.kind == .var, !declaration.value.isEmpty else { return false }
          var matcher = Matcher(pattern, in: file, scope: declaration.value)
          return matcher.first() != nil
        })
    case .functionUsing(let token, _):
      let name = token.hasPrefix("$") ? bindings[String(token.dropFirst())] : token
      guard let name else { return nil }
      return Self.only(
        file.declarations.filter { declaration in
          declaration.kind == .function
            && declaration.body.contains { file.text.slice($0).elementsEqual(name.utf8) }
        })
    case .firstNamed(let scope, _): return Self.only(declarations(scope, in: file))
    case .found(let pattern, let scope, _):
      guard let range = range(scope, in: file), let pattern = filled(pattern) else { return nil }
      var matcher = Matcher(pattern, in: file, scope: range)
      let value = matcher.first()?.holes[binding.name]
      return value.map { String(decoding: $0, as: UTF8.self) }
    case .importPath(let name, _): return file.imports.first { $0.name == name }?.path
    case .importName(let path, _): return file.imports.first { $0.path == path }?.name
    case .arity(let scope, _):
      let found = declarations(scope, in: file)
      return found.count == 1 ? found.first.map { String(file.arity(of: $0)) } : nil
    case .results(let scope, _):
      let found = declarations(scope, in: file)
      return found.count == 1 ? found.first.map { String(file.resultCount(of: $0)) } : nil
    case .package: return file.package
    case .whether: return nil
    }
  }

  private static func only(_ found: [Declaration]) -> String? {
    found.count == 1 ? found.first?.name : nil
  }
}

extension RuleBinding.Source {
  /// The file it looks into.
  var file: String? {
    switch self {
    case .constant(_, let file), .variable(_, let file), .functionUsing(_, let file),
      .firstNamed(_, let file), .found(_, _, let file), .importPath(_, let file),
      .importName(_, let file), .arity(_, let file), .results(_, let file), .package(let file):
      file
    case .whether: nil
    }
  }
}
