/// Holds what a patch is about against the table of shapes.
struct ShapeCheck {
  let table: FingerprintTable?
  /// True if shapes that no known release has are taken for what they look like.
  let allowsUnverified: Bool
  private var prints = ShapePrints()

  init(_ table: FingerprintTable?, allowsUnverified: Bool) {
    self.table = table
    self.allowsUnverified = allowsUnverified
  }

  /// Reports on a patch that can be made, or looks done: absence and a pattern that fits tell
  /// nothing where the code around them is not known.
  mutating func report(
    _ evaluation: RuleEvaluation, _ state: PatchState, _ reason: String = "",
    needs: [String] = []
  ) -> PatchReport {
    let rule = evaluation.rule
    let strange = strangers(evaluation)
    // The table is about the rules that are shipped: what it does not list, no release has. A rule
    // of the user's own may be about anything.
    let uncovered = strange.filter { !rule.isBuiltIn && table?.covers($0) == false }
    let unknown = strange.filter { !uncovered.contains($0) }
    let names = unknown.map(\.description)
    var reasons = reason.isEmpty ? [] : [reason]
    if !unknown.isEmpty {
      reasons.append("no known release has this shape: \(names.joined(separator: ", "))")
    }
    if !uncovered.isEmpty {
      let names = uncovered.map(\.description).joined(separator: ", ")
      reasons.append("the table of shapes does not cover \(names)")
    }
    let isRefused = !unknown.isEmpty && !allowsUnverified
    if isRefused, state != .applies { reasons.insert("it looks applied", at: 0) }
    return PatchReport(
      of: rule, isRefused ? .unverified : state, reasons.joined(separator: "; "), needs: needs,
      unknownShapes: names, uncoveredShapes: uncovered.map(\.description))
  }

  /// The declarations it edits or asks about that the table does not know as they are.
  private mutating func strangers(_ evaluation: RuleEvaluation) -> [Shape] {
    guard let table else { return [] }
    return prints.named(by: evaluation).filter { !table.knows($0) }
  }
}
