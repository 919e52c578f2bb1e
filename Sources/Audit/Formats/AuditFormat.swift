public import Diagnostics

/// A form that a report can be written in.
public enum AuditFormat: String, Sendable, CaseIterable {
  case text, json, markdown, html, sarif, github, junit

  /// The report in this form.
  /// - Parameter colors: whether text is colored.
  public func render(_ report: AuditReport, colors: Bool) -> TerminalText {
    switch self {
    case .text: AuditText(report: report, colors: colors).text
    case .json: AuditJSON(report: report).text
    case .markdown: AuditMarkdown(report: report).text
    case .html: AuditHTML(report: report).text
    case .sarif: AuditSARIF(report: report).text
    case .github: AuditGitHub(report: report).text
    case .junit: AuditJUnit(report: report).text
    }
  }
}
