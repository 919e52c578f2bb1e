import Changes
import Diagnostics
import Reports

/// Changes and their meanings as JUnit's XML: a case for each distinct change, which fails if
/// `--fail-on` forbids its meaning.
struct ChangeJUnit {
  let report: ChangeReport
  let bar: ChangeBar
  /// False if files differ, even if no change is known.
  let isSame: Bool

  var text: TerminalText {
    var cases = report.lines.map(testCase)
    if cases.isEmpty {
      let words = "the files differ only in form"
      cases.append(
        JUnit.Case(
          group: "diff", name: "no change",
          isSame || bar != .changed
            ? .passed : .failed(kind: "changed", message: words, body: [])))
    }
    return JUnit(
      name: "flyte-harden diff",
      suites: [JUnit.Suite(name: "\(report.before) to \(report.after)", cases: cases)]
    ).text
  }

  private func testCase(_ line: ChangeLine) -> JUnit.Case {
    let lines = ChangeText.lines(line)
    let meaning = line.first.meaning
    return JUnit.Case(
      group: "diff", name: lines[0],
      bar.forbids(meaning)
        ? .failed(kind: meaning.rawValue, message: meaning.rawValue, body: lines)
        : .told(([meaning.rawValue] + lines).joined(separator: "\n")))
  }
}
