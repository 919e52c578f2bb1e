/// A command as a value: parsing, help, and later completions and manual are made from it.
public struct CommandSpec: Sendable {
  /// The word that calls it, `generate`.
  public let name: String
  /// One line: what it does.
  public let summary: String
  /// More, for its own help; may be empty.
  public let discussion: String
  /// The words that follow it without a dash.
  public let arguments: [ArgumentSpec]
  /// The words that follow it with a dash.
  public let options: [OptionSpec]

  /// Makes a command.
  public init(
    name: String, summary: String, discussion: String = "", arguments: [ArgumentSpec] = [],
    options: [OptionSpec] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.arguments = arguments
    self.options = options
  }

  /// The command that prints help.
  static let help = CommandSpec(
    name: "help", summary: "Print help on all commands, or on one command, config key or error.",
    arguments: [
      ArgumentSpec(
        name: "TOPIC", summary: "a command, 'config', or the name of an error", isOptional: true),
      ArgumentSpec(
        name: "KEY", summary: "after 'config': a config key, such as clusters.flyte",
        isOptional: true),
    ])
}

/// A word that follows a command.
public struct ArgumentSpec: Sendable {
  /// Its name in help, `NAMESPACE`.
  public let name: String
  /// One line: what it is.
  public let summary: String
  /// True if it may be left out.
  public let isOptional: Bool

  /// Makes an argument.
  public init(name: String, summary: String, isOptional: Bool = false) {
    self.name = name
    self.summary = summary
    self.isOptional = isOptional
  }
}
