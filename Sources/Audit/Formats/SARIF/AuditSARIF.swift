import Diagnostics
import Reports

/// A report as SARIF: a result for each cause of a refusal and for each finding.
struct AuditSARIF {
  let report: AuditReport
  /// The largest file that is taken.
  var limit = GitHubLimits.fileBytes

  var text: TerminalText {
    SARIFLog(
      rules: Self.rules, results: results,
      notices: SARIFLog.Notice(
        id: "not-covered", text: "Pods that Flyte creates here are not modeled, so not judged.",
        words: report.clusters.map { "\($0.name): \($0.notCoveredWords)" }),
      limit: limit
    ).text
  }

  /// A rule for each kind of cause and each kind of finding, in a fixed order.
  private static let rules =
    AuditCauseKind.allCases.map {
      SARIFRule(id: id($0), title: "\($0.title).", help: "\($0.title). \($0.help)", level: "error")
    }
    + FindingRule.all.map { rule in
      // The first sentence of what it means.
      let title = rule.meaning[...].parts(between: ". ").first.map { String($0) } ?? ""
      return SARIFRule(
        id: id(rule.kind), title: title.hasSuffix(".") ? title : "\(title).",
        help: "\(rule.meaning) \(rule.fix)", level: rule.severity.rawValue)
    }

  static func id(_ kind: AuditCauseKind) -> String { "refused/\(kind.rawValue)" }
  static func id(_ kind: FindingKind) -> String { "finding/\(kind.rawValue)" }
}
