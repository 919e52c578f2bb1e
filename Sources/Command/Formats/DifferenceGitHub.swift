import Diagnostics
import Reports

/// The files that would change, as annotations of GitHub Actions, each at the first line that
/// changes.
struct DifferenceGitHub {
  let report: DifferenceReport

  var text: TerminalText {
    let files = report.files.map { file in
      Annotation(
        severity: .error, at: ReportPlace(path: file.path, line: file.firstLine), title: file.title,
        text: "\(file.path): 'generate' would change this file (\(file.amount))")
    }
    return Annotation.lines(
      files + DriftGitHub(report: report.stops).annotations, report: "diff", unit: "files")
      + "\(report.output): \(report.summary)\n"
  }
}

extension DifferenceReport {
  /// The number of changes, in words.
  var summary: String {
    if !stops.isUpToDate { return "\(stops.drift.count.counted("file")) in the way of 'generate'" }
    return files.isEmpty ? "up to date" : "\(files.count.counted("file")) would change"
  }
}

extension DifferenceReport.File {
  /// The kind of change, in words.
  var title: String {
    switch kind {
    case .added: "would be added"
    case .changed: "would be changed"
    case .removed: "would be removed"
    }
  }

  /// The number of changed lines, in words.
  var amount: String {
    count.map { "+\($0.added) -\($0.removed)" } ?? "too large to be compared"
  }
}
