import Diagnostics
import Judges
import Reports
import Values

extension CauseMaking {
  /// The causes of a LimitRange's refusal.
  func causes(of refused: LimitRefusal) -> [AuditCause] {
    refused.violations.map { violation in
      cause(
        .refusedByLimit, violation.container?.text, [violation.field],
        "the LimitRange '\(refused.range.text)': \(violation.words)", refused.origin)
    }
  }
}

extension LimitRefusal {
  /// What helps.
  var advice: AuditFix {
    let names = violations.filter(\.isLacking).map(\.resource.text).distinct.listed
    return violations.contains(where: \.isLacking)
      ? .advised(
        [
          "give the LimitRange '\(range.text)' a 'default' and a 'defaultRequest' of \(names) for type Container"
        ], otherwise: ["set \(names) in 'resources' of every container"])
      : .advised([
        "change the resources that the LimitRange '\(range.text)' refuses, or its amounts"
      ])
  }
}

extension LimitViolation {
  /// The field that it is about.
  fileprivate var field: String {
    switch found {
    case .noRequest, .request: "resources.requests.\(resource.text)"
    case .noLimit, .limit, .ratio: "resources.limits.\(resource.text)"
    }
  }

  /// True if a default would help.
  fileprivate var isLacking: Bool { found == .noRequest || found == .noLimit }
}
