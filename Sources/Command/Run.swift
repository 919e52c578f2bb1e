import CommandLine
import Diagnostics

/// One run of the program.
public struct Run: Sendable {
  private let streams: Streams
  private let environment: TextMap<String>

  /// Makes a run.
  public init(streams: Streams, environment: TextMap<String>) {
    self.streams = streams
    self.environment = environment
  }

  /// Runs the command that the words after the program's name ask for.
  public func run(_ words: [String]) -> ExitStatus {
    let status = answer(words)
    guard let reason = streams.output.failure else { return status }
    complain("cannot write standard output: \(reason)", hint: nil)
    return .failure
  }

  private func answer(_ words: [String]) -> ExitStatus {
    do throws(UsageError) {
      switch try Tool.spec.parse(words) {
      case .help(nil): streams.output(TerminalText(escaped: HelpText.of(Tool.spec)))
      case .help(let command?):
        streams.output(TerminalText(escaped: HelpText.of(command, in: Tool.spec)))
      case .topic(let words): streams.output(TerminalText(escaped: try HelpTopic.text(of: words)))
      case .version: streams.output("\(Tool.spec.name) \(Tool.spec.version)\n")
      case .run(let action, let invocation):
        let session = Session(
          invocation: invocation, streams: streams, environment: environment)
        return try action.init(session: session).run()
      }
      return .success
    } catch {
      complain(error)
      return .usage
    }
  }

  private func complain(_ error: UsageError) {
    let command = error.command.map { " \($0)" } ?? ""
    complain(
      error.message,
      hint: NearestName.of(error.word, among: error.known).map { "did you mean '\($0)'?" }
        ?? error.hint ?? "'\(Tool.spec.name)\(command) --help' lists the options")
  }

  private func complain(_ message: String, hint: String?) {
    streams.error("\(Tool.spec.name): \(cut: message)\n")
    if let hint { streams.error(" hint: \(endCut: hint)\n") }
  }
}
