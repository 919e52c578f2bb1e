@testable import CommandLine

/// A small tool for the tests.
let sampleTool = ToolSpec(
  name: "kiln", version: "1.2.3", summary: "Fires pots.",
  commands: [
    CommandSpec(
      name: "fire", summary: "Fire pots.",
      options: [
        OptionSpec(
          name: "config", short: "c", value: .path, defaultValue: "kiln.yaml",
          summary: "how hot"),
        OptionSpec(name: "pot", value: .text("NAME"), isRepeated: true, summary: "this one"),
        OptionSpec(name: "color", value: .choice(["red", "blue"]), summary: "its glaze"),
        OptionSpec(name: "quick", short: "q", value: .none, summary: "at once"),
      ]),
    CommandSpec(
      name: "show", summary: "Show a pot.", discussion: "From all sides.",
      arguments: [
        ArgumentSpec(name: "POT", summary: "which"),
        ArgumentSpec(name: "SIDE", summary: "from where", isOptional: true),
      ],
      options: [OptionSpec(name: "shelf", value: .path, summary: "where it stands")]),
  ].map { ToolCommand($0, action: $0.name) })

/// The request that some words make, as one comparable text.
func asked(_ words: String...) throws(UsageError) -> String {
  switch try sampleTool.parse(words) {
  case .help(let command): "help \(command?.name ?? "")"
  case .topic(let words): "topic \(words)"
  case .version: "version"
  case .run(let action, let invocation):
    "\(action) \(invocation.arguments) "
      + invocation.options.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
      .joined(separator: " ")
  }
}

/// The reason why some words do not fit; nil if they do.
func refused(_ words: String...) -> UsageError? {
  do throws(UsageError) { _ = try sampleTool.parse(words) } catch { return error }
  return nil
}
