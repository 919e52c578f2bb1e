import Diagnostics
import Judges
import Judgment
import Reports
import Values

extension CauseMaking {
  /// The causes of a refusal by SCCs: for each SCC that can be used, what it does not let in.
  /// - Parameter decisions: what decided the fields.
  func causes(
    of refused: ConstraintRefusal, _ decisions: [JudgedPod.Decision]
  ) -> [AuditCause] {
    guard case .attempts(let attempts, _) = refused.reason else {
      return [
        cause(.refusedByConstraint, nil, ["metadata.annotations"], refused.words, refused.origin)
      ]
    }
    // An SCC for pods with a user namespace of their own is not what other pods are refused for.
    let tried = attempts.filter { !$0.faults.isEmpty }
    let meant = tried.filter { attempt in !attempt.faults.contains { $0.field == "hostUsers" } }
    let containers = (meant.isEmpty ? tried : meant).flatMap { attempt in
      var order: [ByteText?] = []
      for fault in attempt.faults where !order.contains(fault.container) {
        order.append(fault.container)
      }
      return order.map { (attempt: attempt, container: $0) }
    }
    return containers.map { attempt, container in
      let faults = attempt.faults.filter { $0.container == container }
      // The SCC is to blame for what nobody wrote.
      let origin = decisions.first { decision in
        decision.origin != nil
          && faults.contains {
            decision.field.hasSameBytes(as: $0.field.text)
              && (decision.container == nil || decision.container.hasSameBytes(as: container?.text))
          }
      }?.origin
      let reasons = faults.map(\.reason).distinct.joined(separator: "; ")
      return cause(
        .refusedByConstraint, container?.text, faults.map(\.field.text).distinct,
        "the SCC '\(attempt.constraint.text)' does not let it in: \(reasons)",
        origin ?? refused.origin)
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
