import Diagnostics

/// The text of a report: pieces in order, each for one of the streams of a run.
struct Printout {
  /// A stream of a run.
  enum Target {
    case output, error
  }

  private(set) var pieces: [(target: Target, text: TerminalText)] = []

  /// A text for standard output alone.
  init(_ output: TerminalText = "") {
    if !output.isEmpty { pieces.append((.output, output)) }
  }

  /// A text for standard error alone.
  init(error: TerminalText) { pieces.append((.error, error)) }

  mutating func output(_ text: TerminalText) { pieces.append((.output, text)) }
  mutating func error(_ text: TerminalText) { pieces.append((.error, text)) }
}
