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

  /// The declarations that a rule edits. Tests are not looked at: what they are like changes
  /// nothing in what Flyte does.
  static func edited(by rule: RemedyRule, in workspace: Workspace) -> [Shape] {
    var evaluation = RuleEvaluation(rule, workspace)
    var shapes: [Shape] = []
    for step in rule.steps {
      guard case .edit(let edit) = step.action, let path = evaluation.path(edit.file),
        !path.hasSuffix("_test.go"), let file = evaluation.file(edit.file)
      else { continue }
      for declaration in evaluation.declarations(edit.scope, in: file) {
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
