import GoSource

/// The shape of one declaration of a tree.
struct Shape: Hashable {
  /// The file, from the root of the Flyte tree.
  let path: String
  /// `func Name`, `method Type.Name`, `type Name`, …
  let declaration: String
  /// Its fingerprint.
  let print: String

  var description: String { "\(declaration) in \(path)" }

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

extension PatchRule {
  var askedScopes: [(alias: String, RuleScope)] {
    conditions.flatMap(\.terms).compactMap { term in
      term.file.flatMap { alias in term.test.scope.map { (alias, $0) } }
    }
  }

  var editedScopes: [(alias: String, RuleScope)] {
    steps.compactMap { step in
      if case .edit(let edit) = step.action { (edit.file, edit.scope) } else { nil }
    }
  }
}

extension RuleTerm.Test {
  var scope: RuleScope? {
    switch self {
    case .declares(let scope, _), .token(let scope, _, _), .pattern(let scope, _, _): scope
    case .fileExists, .constant, .imports: nil
    }
  }
}
