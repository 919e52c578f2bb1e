import CommandLine
import Diagnostics
import FileFaults
import Files
import Pipeline
import Reports

/// The parts that commands share: reading options, printing diagnostics, choosing colors.
struct Session {
  let invocation: Invocation
  let streams: Streams
  let environment: TextMap<String>

  var options: RunOptions {
    var options = RunOptions()
    if let config = invocation["config"] { options.config = config }
    if let output = invocation["output"] { options.output = output }
    options.clusters = invocation.options["cluster"] ?? []
    options.assumesPatched = invocation["patched"] != nil
    return options
  }

  /// The format that was asked for, of a command that has `ReportFormat`s.
  var format: ReportFormat { invocation["format"].flatMap(ReportFormat.init(named:)) ?? .text }

  /// True to color what goes to a stream.
  func colors(terminal: Bool) -> Bool {
    switch invocation["color"] {
    case "always": true
    case "never": false
    default:
      terminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
    }
  }

  /// A command that looks at what this run looks at, to be pasted into a shell.
  func command(_ name: String) -> String {
    var words = [Tool.spec.name, name]
    for option in ["config", "output", "cluster"] {
      for value in invocation.options[option] ?? [] { words += ["--\(option)", value] }
    }
    return ShellText.of(words)
  }

  /// Advice on how to keep git from changing line endings.
  var lineEndsAdvice: String {
    "add the line '* -text' to '\(FilePath.join(options.output, ".gitattributes"))' to keep git from changing them on checkout"
  }

  /// Makes the plan and prints its diagnostics; nil when there is none.
  /// - Parameter mayRefuse: true if pods that stay refused are no error.
  func plan(mayRefuse: Bool = false) -> Plan? {
    var diagnostics = DiagnosticList()
    let plan = Walk(options: options).plan(mayRefuse: mayRefuse, into: &diagnostics)
    print(diagnostics)
    return diagnostics.hasErrors ? nil : plan
  }

  /// Prints the text of a report.
  func print(_ printout: Printout) {
    for (target, text) in printout.pieces {
      switch target {
      case .output: streams.output(text)
      case .error: streams.error(text)
      }
    }
  }

  /// Prints diagnostics and how many there are.
  func print(_ diagnostics: DiagnosticList) {
    guard !diagnostics.diagnostics.isEmpty else { return }
    let color = colors(terminal: streams.isErrorTerminal)
    streams.error(DiagnosticText.render(diagnostics, color: color))
    // Repetitions are not shown, and so not counted.
    let shown = diagnostics.sorted
    let counts = [Severity.error, .warning].compactMap { severity in
      let count = shown.count { $0.severity == severity } + diagnostics.passedOver(severity)
      return count == 0 ? nil : count.counted(severity.rawValue)
    }
    if !counts.isEmpty { streams.error("\(counts.joined(separator: ", "))\n") }
  }

  /// Prints what kept a file from being read or written.
  func print(_ error: FileError, writing: Bool) {
    var diagnostics = DiagnosticList()
    if writing {
      diagnostics.error(
        .unwritable, "cannot write '\(error.path)': \(error.reason)", at: nil,
        hint:
          "check the path and its permissions, and run the command again: the files that were written are correct, and the rest is unchanged"
      )
    } else {
      diagnostics.error(.unreadable, "cannot read '\(error.path)': \(error.reason)", at: nil)
    }
    print(diagnostics)
  }
}
