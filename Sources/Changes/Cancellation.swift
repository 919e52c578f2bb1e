import Values

/// Finds the changes that make up for each other: no pod shows either of them, and one undoes what
/// the other does.
enum Cancellation {
  private struct Key: Hashable {
    let field: ChangePath
    let meaning: Meaning
    /// Of what no order knows, the values must be the same the other way round.
    let before: PlainValue?
    let after: PlainValue?

    init(_ finding: Finding, _ field: ChangePath, isCounterpart: Bool) {
      self.field = field
      let isOrdered = finding.stated != .incomparable
      meaning = isCounterpart ? finding.stated.reversed : finding.stated
      let (old, new) = (finding.value.before, finding.value.after)
      before = isOrdered ? nil : isCounterpart ? new : old
      after = isOrdered ? nil : isCounterpart ? old : new
    }
  }

  static func apply(to findings: inout [Finding]) {
    var counterparts: [Key: Set<Int>] = [:]
    let hidden = findings.indices.filter {
      findings[$0].effect == .hidden && findings[$0].stated != .neutral
    }
    for index in hidden {
      guard let field = findings[index].field else { continue }
      counterparts[Key(findings[index], field, isCounterpart: true), default: []].formUnion(
        findings[index].groups)
      if findings[index].groups.isEmpty {
        counterparts[Key(findings[index], field, isCounterpart: true), default: []].insert(-1)
      }
    }
    for index in hidden {
      guard let field = findings[index].field,
        let others = counterparts[Key(findings[index], field, isCounterpart: false)],
        others.contains(-1) || !others.isDisjoint(with: findings[index].groups)
      else { continue }
      findings[index].effect = .cancelled
      findings[index].meaning = .neutral
    }
  }
}
