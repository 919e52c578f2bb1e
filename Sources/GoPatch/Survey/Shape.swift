import GoSource

/// What one declaration of a tree is made of.
struct Shape: Hashable {
  /// The file, from the root of the Flyte tree.
  let path: String
  /// `func Name`, `method Type.Name`, `type Name`, …
  let declaration: String
  /// Its fingerprint.
  let print: String

  var description: String { "\(declaration) in \(path)" }

  /// The shapes that declarations had before they were edited. Tests are not looked at: what they
  /// are like changes nothing in what Flyte does.
  static func of(_ edited: [EditedDeclaration], in base: Workspace) -> [Shape] {
    edited.flatMap { edited -> [Shape] in
      guard !edited.path.hasSuffix("_test.go"), let file = base.read(edited.path) else { return [] }
      return file.declarations.filter { name($0) == edited.name }
        .map { Shape(path: edited.path, $0, in: file) }
    }
  }

  /// The declarations that a rule edits or asks about.
  static func named(by rule: RemedyRule, in workspace: Workspace) -> [Shape] {
    let asked = rule.conditions.flatMap(\.terms).compactMap { term in
      term.file.flatMap { alias in term.test.scope.map { (alias, $0) } }
    }
    return shapes(rule.editedScopes + asked, of: rule, in: workspace)
  }

  /// The declarations that a rule edits.
  static func edited(by rule: RemedyRule, in workspace: Workspace) -> [Shape] {
    shapes(rule.editedScopes, of: rule, in: workspace)
  }

  private static func shapes(
    _ scopes: [(alias: String, RuleScope)], of rule: RemedyRule, in workspace: Workspace
  ) -> [Shape] {
    var evaluation = RuleEvaluation(rule, workspace)
    var shapes: [Shape] = []
    for (alias, scope) in scopes {
      guard let path = evaluation.path(alias), !path.hasSuffix("_test.go"),
        let file = evaluation.file(alias)
      else { continue }
      for declaration in evaluation.declarations(scope, in: file) {
        let shape = Shape(path: path, declaration, in: file)
        if !shapes.contains(shape) { shapes.append(shape) }
      }
    }
    return shapes
  }

  init(path: String, _ declaration: Declaration, in file: GoFile) {
    self.path = path
    self.declaration = Self.name(declaration)
    print = file.fingerprint(of: declaration)
  }

  static func name(_ declaration: Declaration) -> String {
    let receiver = declaration.receiver.map { $0 + "." } ?? ""
    return "\(declaration.kind.rawValue) \(receiver)\(declaration.name)"
  }
}

extension RemedyRule {
  fileprivate var editedScopes: [(alias: String, RuleScope)] {
    steps.compactMap { step in
      if case .edit(let edit) = step.action { (edit.file, edit.scope) } else { nil }
    }
  }
}

extension RuleTerm.Test {
  fileprivate var scope: RuleScope? {
    switch self {
    case .declares(let scope, _), .token(let scope, _, _), .pattern(let scope, _, _): scope
    case .fileExists, .constant, .imports: nil
    }
  }
}
