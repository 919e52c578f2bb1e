import Diagnostics
import Reports

extension ReportFormat {
  /// The report of `verify` in this format.
  func printout(_ report: DriftReport) -> Printout {
    switch self {
    case .text: DriftText(report: report).printout
    case .json: Printout(DriftJSON(report: report).text)
    case .github: Printout(DriftGitHub(report: report).text)
    case .markdown: Printout(DriftMarkdown(report: report).text)
    }
  }

  /// The report of `diff` in this format, of text the end that is not printed file by file.
  func printout(_ report: DifferenceReport) -> Printout {
    switch self {
    case .text:
      report.stops.isUpToDate ? Printout() : Printout(error: DriftText(report: report.stops).table)
    case .json: Printout(DifferenceJSON(report: report).text)
    case .github: Printout(DifferenceGitHub(report: report).text)
    case .markdown: Printout(DifferenceMarkdown(report: report).text)
    }
  }
}
