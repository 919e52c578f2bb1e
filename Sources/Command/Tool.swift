import CommandLine

/// The command line of flyte-harden as a value.
enum Tool {
  /// A command of the tool.
  typealias Command = ToolCommand<any CommandAction.Type>

  static let spec = ToolSpec(
    name: "flyte-harden", version: version,
    summary:
      "Generates and verifies the files that let Flyte tasks run in hardened Kubernetes namespaces.",
    commands: [
      Generate.command, Verify.command, Difference.command, Upgrade.command, AuditCommand.command,
      Explain.command, Patches.command, Vendor.command, Schema.command,
    ])

  static let version = "0.1.0"

  // Options of several commands.

  static let common = [config, output, cluster, color]

  static let config = OptionSpec(
    name: "config", short: "c", value: .path, defaultValue: "config",
    summary: "a config file, or a folder of them")
  private static let output = OptionSpec(
    name: "output", short: "o", value: .path, defaultValue: "generated",
    summary: "the output folder")
  static let cluster = OptionSpec(
    name: "cluster", value: .text("NAME"), isRepeated: true, summary: "process only this cluster")
  static let color = OptionSpec(
    name: "color", value: .choice(["auto", "always", "never"]), defaultValue: "auto",
    summary: "use colors; auto: only on a terminal, unless NO_COLOR is set")

  static func format(_ words: [String]) -> OptionSpec {
    OptionSpec(
      name: "format", value: .choice(words), defaultValue: "text",
      summary: "the format of the report")
  }

  static func templates(_ summary: String) -> OptionSpec {
    OptionSpec(name: "templates", value: .path, summary: summary)
  }
}
