public import Diagnostics
public import Reports

extension ReportFormat {
  /// The report of `audit` in this format.
  /// - Parameter colors: true to color text.
  public func render(_ report: AuditReport, colors: Bool) -> TerminalText {
    switch self {
    case .text: AuditText(report: report, colors: colors).text
    case .json: AuditJSON(report: report, hasPodFields: true).text
    case .markdown: AuditMarkdown(report: report).text
    case .html: AuditHTML(report: report).text
    case .sarif: AuditSARIF(report: report).text
    case .github: AuditGitHub(report: report).text
    case .junit: AuditJUnit(report: report).text
    }
  }
}
