import Compare
import Diagnostics

/// Drift as text: one line per file, then the fix for each kind, then the commands.
struct DriftText {
  let report: DriftReport

  var printout: Printout {
    var text = Printout()
    for beside in report.uncertain {
      text.error("not checked: \(beside.path) (\(beside.kind.rawValue))\n")
    }
    text.output(report.isUpToDate ? "\(report.output): up to date\n" : table)
    return text
  }

  /// The files and what to do.
  var table: TerminalText {
    let width = report.drift.map(\.kind.rawValue.count).max() ?? 0
    var text = report.drift.map { item -> TerminalText in
      let kind: TerminalText = "\(item.kind.rawValue)"
      return "\(kind.padded(to: width))  \(item.path)\n"
    }.joined()
    for fix in report.fixes { text += "\(fix.kind.rawValue): \(fix.words)\n" }
    // Each command has a line of its own, to be pasted.
    for command in report.commands { text += "\(command.purpose):\n  \(command.line)\n" }
    return text
  }
}
