import Compare
import Diagnostics
import Reports

/// Drift as JUnit's XML: a case that fails for each file.
struct DriftJUnit {
  let report: DriftReport

  var text: TerminalText {
    var cases = report.drift.map { drift in
      JUnit.Case(
        group: "verify", name: drift.path,
        .failed(
          kind: drift.kind.key, message: "\(drift.kind.rawValue)",
          body: report.advice(on: drift)))
    }
    if report.isUpToDate {
      cases.append(JUnit.Case(group: "verify", name: "\(report.output): up to date", .passed))
    }
    cases += report.uncertain.map {
      JUnit.Case(group: "not checked", name: $0.path, .skipped($0.kind.rawValue))
    }
    return JUnit(
      name: "flyte-harden verify", suites: [JUnit.Suite(name: report.output, cases: cases)]
    ).text
  }
}
