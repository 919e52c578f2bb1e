/// A condition: all of its terms must hold.
struct RuleCondition: Sendable {
  var terms: [RuleTerm]
}

/// One statement about the sources, which is true, false, or cannot be told.
struct RuleTerm: Sendable {
  enum Test: Sendable {
    case fileExists(RulePath, Bool)
    case declares(RuleScope, Bool)
    case constant(kind: RuleScope.Kind, value: String, Bool)
    case token(RuleScope, String, Bool)
    case pattern(RuleScope, Pattern, Bool)
    case imports(String, path: String)
  }
  /// The file it is about; nil where it is about a path.
  let file: String?
  let test: Test
  /// The words of the rule.
  let text: String
  /// The line of the rule file, from 1.
  let ruleLine: Int
}

/// A name that a rule gives to something that it finds in the sources.
struct RuleBinding: Sendable {
  enum Source: Sendable {
    case constant(value: String, file: String)
    case variable(holding: Pattern, file: String)
    case functionUsing(token: String, file: String)
    case firstNamed(RuleScope, file: String)
    /// The text of the name in the first place that the pattern fits.
    case found(Pattern, in: RuleScope, file: String)
    case importPath(of: String, file: String)
    case importName(path: String, file: String)
    case arity(of: RuleScope, file: String)
    case results(of: RuleScope, file: String)
    case package(of: String)
    case whether(RuleCondition)
  }
  let name: String
  let source: Source
  /// The text to put for each thing found; empty if the thing itself is put.
  var choices: [(value: String, text: String)] = []
  let text: String
  let ruleLine: Int

  var condition: RuleCondition? {
    if case .whether(let condition) = source { condition } else { nil }
  }
}
