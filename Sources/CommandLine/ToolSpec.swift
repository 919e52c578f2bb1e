/// The whole command line as a value.
public struct ToolSpec: Sendable {
  /// The program's name.
  public let name: String
  /// Its version, `0.1.0`.
  public let version: String
  /// One line: what it is for.
  public let summary: String
  /// Its commands, in the order help shows them; `help` is added.
  public let commands: [CommandSpec]

  /// Makes a tool.
  public init(name: String, version: String, summary: String, commands: [CommandSpec]) {
    self.name = name
    self.version = version
    self.summary = summary
    self.commands = commands
  }

  /// What a user asked for.
  public enum Request: Sendable {
    /// Help of a command, or of the tool.
    case help(CommandSpec?)
    /// Help of something that is no command: its words, at least one.
    case topic([String])
    /// The version.
    case version
    /// A command with its words.
    case run(CommandSpec, Invocation)
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
  /// What may stand with every command.
  static let globalOptions = [OptionSpec.help, .version]

  var allCommands: [CommandSpec] { commands + [Self.help] }
  /// The options of all commands, each name once.
  var commandOptions: [OptionSpec] {
    var names: TextSet = []
    return commands.flatMap(\.options).filter { names.insert($0.name).inserted }
  }

  /// Reads the words after the program's name.
  /// - Throws: `UsageError` where they do not fit.
  public func parse(_ words: [String]) throws(UsageError) -> Request {
    guard !words.isEmpty else { return .help(nil) }
    guard let place = try CommandFinder(tool: self).place(in: words) else {
      return try withoutCommand(words)
    }
    let command = try command(words[place])
    var others = words
    others.remove(at: place)
    var parser = InvocationParser(command: command, tool: self)
    switch try parser.parse(others) {
    case .help: return .help(command)
    case .version: return .version
    case .run(let invocation):
      guard command.name == Self.help.name else { return .run(command, invocation) }
      guard let word = invocation.arguments.first else { return .help(nil) }
      if let found = allCommands.first(where: { $0.name == word }) {
        guard invocation.arguments.count == 1 else {
          throw UsageError(
            "unexpected argument '\(invocation.arguments[1])' for 'help \(word)'", word: "",
            command: Self.help.name)
        }
        return .help(found)
      }
      return .topic(invocation.arguments)
    }
  }

  /// Words that are all options: they ask for help or the version, or the command is missing.
  private func withoutCommand(_ words: [String]) throws(UsageError) -> Request {
    var parser = InvocationParser(command: nil, tool: self)
    switch try parser.parse(words) {
    case .help: return .help(nil)
    case .version: return .version
    case .run:
      let last = words.last ?? ""
      let isTaken = allCommands.contains { $0.name == last }
      throw UsageError(
        "the command is missing", word: "",
        hint: isTaken ? "'\(last)' was read as the value of the option before it" : nil,
        command: nil)
    }
  }

  private func command(_ word: String) throws(UsageError) -> CommandSpec {
    if let found = allCommands.first(where: { $0.name == word }) { return found }
    throw UsageError(
      "there is no command '\(word)'", word: word,
      known: allCommands.map(\.name) + Self.globalOptions.map { "--\($0.name)" }, command: nil)
  }
}
