import GoSource

/// The fingerprints of a tree's declarations, each made once: several rules ask for the same.
struct ShapePrints {
  private var known: TextMap<[Int: Shape]> = [:]

  /// The declarations that a rule edits or asks about.
  mutating func named(by evaluation: RuleEvaluation) -> [Shape] {
    shapes(evaluation.rule.editedScopes + evaluation.rule.askedScopes, evaluation)
  }

  /// The declarations that a rule edits.
  mutating func edited(by evaluation: RuleEvaluation) -> [Shape] {
    shapes(evaluation.rule.editedScopes, evaluation)
  }

  private mutating func shapes(
    _ scopes: [(alias: String, RuleScope)], _ evaluation: RuleEvaluation
  ) -> [Shape] {
    var evaluation = evaluation
    var shapes: [Shape] = []
    var seen: Set<Shape> = []
    for (alias, scope) in scopes {
      guard let path = evaluation.path(alias), !path.hasSuffix("_test.go"),
        let file = evaluation.file(alias)
      else { continue }
      for declaration in evaluation.declarations(scope, in: file) {
        let shape = shape(path, declaration, file)
        if seen.insert(shape).inserted { shapes.append(shape) }
      }
    }
    return shapes
  }

  private mutating func shape(_ path: String, _ declaration: Declaration, _ file: GoFile) -> Shape {
    if let shape = known[path]?[declaration.tokens.lowerBound] { return shape }
    let shape = Shape(path: path, declaration, in: file)
    known[path, default: [:]][declaration.tokens.lowerBound] = shape
    return shape
  }
}
