import Diagnostics
import Judges
import Reports
import Values

extension CauseMaking {
  /// The causes of a refusal by SCCs: for each SCC that can be used, what it does not let in.
  func causes(of refused: ConstraintRefusal) -> [AuditCause] {
    guard case .attempts(let attempts, _) = refused.reason else {
      return [
        cause(.refusedByConstraint, nil, ["metadata.annotations"], refused.words, refused.origin)
      ]
    }
    let containers = attempts.flatMap { attempt in
      var order: [ByteText?] = []
      for fault in attempt.faults where !order.contains(fault.container) {
        order.append(fault.container)
      }
      return order.map { (attempt: attempt, container: $0) }
    }
    return containers.map { attempt, container in
      let faults = attempt.faults.filter { $0.container == container }
      return cause(
        .refusedByConstraint, container?.text, faults.map(\.field.text).distinct,
        "the SCC '\(attempt.constraint.text)' does not let it in", refused.origin)
    }
  }
}

extension ConstraintRefusal {
  /// What helps: fields that an SCC sets itself, or else another SCC.
  var advice: AuditFix {
    if case .missing = reason {
      return .advised([
        "correct or remove the annotation '\(ConstraintAdmission.requiredAnnotation)'"
      ])
    }
    let grant = fitting.map { "let the service account use the SCC '\($0.text)'" }
    guard let leaving else { return .advised([grant].compactMap { $0 }) }
    let names = leaving.fields.map { "'\($0.text)'" }.listed
    return .advised(
      [
        "leave \(names) out, so that the SCC '\(leaving.constraint.text)' sets \(leaving.fields.count == 1 ? "it" : "them")"
      ], otherwise: [grant].compactMap { $0 })
  }
}
