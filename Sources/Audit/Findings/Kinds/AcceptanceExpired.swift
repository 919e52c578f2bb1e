import Deployments
import Reports
import Values

extension FindingRule {
  static let acceptanceExpired = FindingRule(
    kind: .acceptanceExpired,
    meaning:
      "A line of `accept` has ended: its `until` is in the past. What it accepted is reported again, and fails the audit. `generate` takes no notice of the day.",
    fix: "Fix what it accepted and remove the line, or move `until`."
  ) { context in
    context.acceptances.expired.map { acceptance in
      Finding(
        words:
          "the acceptance of '\(acceptance.subjectName)' ended on \(acceptance.until?.text ?? ""): \(acceptance.reason)",
        fix: "fix what it accepted and remove the line, or move 'until'",
        place: ReportPlace(acceptance.origin))
    }
  }

  static let acceptanceUnused = FindingRule(
    kind: .acceptanceUnused,
    meaning:
      "A line of `accept` accepts nothing: no finding of that name is in the namespaces, templates and tasks that it selects.",
    fix: "Remove the line, or correct its selectors."
  ) { context in
    context.acceptances.unused.map { acceptance in
      Finding(
        words: "the acceptance of '\(acceptance.subjectName)' accepts nothing",
        fix: "remove the line, or correct its selectors", place: ReportPlace(acceptance.origin))
    }
  }
}
