import Compare
import Diagnostics
import Reports

/// Drift as annotations of GitHub Actions, with a line behind them that says how much there is.
struct DriftGitHub {
  let report: DriftReport

  var text: TerminalText {
    let uncertain = report.uncertain.map {
      Annotation(
        severity: .warning, at: ReportPlace(path: $0.path, line: 1), title: "not checked",
        text: $0.kind.rawValue)
    }
    return Annotation.lines(annotations + uncertain, report: "verify", unit: "files")
      + "\(report.output): \(report.summary)\n"
  }

  /// An error for each file.
  var annotations: [Annotation] {
    report.drift.map { drift in
      Annotation(
        severity: .error, at: ReportPlace(path: drift.path, line: 1), title: drift.kind.rawValue,
        text: "\(drift.path): " + report.advice(on: drift).joined(separator: "\n"))
    }
  }
}

extension DriftReport {
  /// The number of files, in words.
  var summary: String {
    isUpToDate ? "up to date" : "\(drift.count.counted("file")) to look at"
  }
}
