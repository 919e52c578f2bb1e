import CommandLine
import Diagnostics
import Reference

/// `schema`: prints the JSON Schema of the config.
struct Schema: CommandAction {
  static let command = Tool.Command(
    CommandSpec(
      name: "schema",
      summary: "Print the JSON Schema of the config, for editors.",
      discussion: """
        The schema is draft-07, which every editor supports. Save it next to your config, and name it in
        the first line of each file: '# yaml-language-server: $schema=./flyte-harden.schema.json'.
        """), action: Schema.self)

  let session: Session

  func run() -> ExitStatus {
    session.streams.output(TerminalText(escaped: JSONSchema.text))
    return .success
  }
}
