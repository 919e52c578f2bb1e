import Diagnostics
import Reports

extension ReportFormat {
  /// The report of `verify` in this format.
  func printout(_ report: DriftReport) -> Printout {
    switch self {
    case .text: DriftText(report: report).printout
    case .json: Printout(DriftJSON(report: report).text)
    case .markdown: Printout(DriftMarkdown(report: report).text)
    case .html: Printout(DriftHTML(report: report).text)
    case .sarif: Printout(DriftSARIF(report: report).text)
    case .github: Printout(DriftGitHub(report: report).text)
    case .junit: Printout(DriftJUnit(report: report).text)
    }
  }

  /// True if there is a report of the lines of files in this format.
  var hasLines: Bool {
    switch self {
    case .text, .json, .markdown, .github: true
    case .html, .sarif, .junit: false
    }
  }

  /// The report of the lines of files in this format, of text the end that is not printed file by
  /// file; nothing if `hasLines` is false.
  func printout(_ report: DifferenceReport) -> Printout {
    switch self {
    case .text:
      report.stops.isUpToDate ? Printout() : Printout(error: DriftText(report: report.stops).table)
    case .json: Printout(DifferenceJSON(report: report).text)
    case .markdown: Printout(DifferenceMarkdown(report: report).text)
    case .github: Printout(DifferenceGitHub(report: report).text)
    case .html, .sarif, .junit: Printout()
    }
  }
}
