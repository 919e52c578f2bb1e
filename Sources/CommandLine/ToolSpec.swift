/// A command, and what runs when it is called.
public struct ToolCommand<Action: Sendable>: Sendable {
  /// The command as help shows it.
  public let spec: CommandSpec
  /// Its effect.
  public let action: Action

  /// Makes a command with its action.
  public init(_ spec: CommandSpec, action: Action) {
    self.spec = spec
    self.action = action
  }
}

/// The whole command line as a value. Every command has its action, so none can be called without one.
public struct ToolSpec<Action: Sendable>: Sendable {
  /// The program's name.
  public let name: String
  /// Its version, `0.1.0`.
  public let version: String
  /// One line: what it is for.
  public let summary: String
  /// Its commands, in the order help shows them; `help` is added.
  public let commands: [ToolCommand<Action>]

  /// Makes a tool.
  public init(name: String, version: String, summary: String, commands: [ToolCommand<Action>]) {
    self.name = name
    self.version = version
    self.summary = summary
    self.commands = commands
  }

  /// The request of a user.
  public enum Request: Sendable {
    /// Help of a command, or of the tool.
    case help(CommandSpec?)
    /// Help of something that is no command: its words, at least one.
    case topic([String])
    /// The version.
    case version
    /// A command's action, with the words for it.
    case run(Action, Invocation)
  }

  /// The commands as help shows them.
  var specs: [CommandSpec] { commands.map(\.spec) }
  var allCommands: [CommandSpec] { specs + [.help] }
  /// The options of all commands, each name once.
  var commandOptions: [OptionSpec] {
    var names: TextSet = []
    return specs.flatMap(\.options).filter { names.insert($0.name).inserted }
  }

  /// Reads the words after the program's name.
  /// - Throws: `UsageError` where they do not fit.
  public func parse(_ words: [String]) throws(UsageError) -> Request {
    guard !words.isEmpty else { return .help(nil) }
    guard let place = try CommandFinder(tool: self).place(in: words) else {
      return try withoutCommand(words)
    }
    let word = words[place]
    var others = words
    others.remove(at: place)
    guard let command = commands.first(where: { $0.spec.name == word }) else {
      return try help(word, others)
    }
    var parser = InvocationParser(command: command.spec, tool: self)
    switch try parser.parse(others) {
    case .help: return .help(command.spec)
    case .version: return .version
    case .run(let invocation): return .run(command.action, invocation)
    }
  }

  /// Reads the words of `help`, the only command that is not in the list.
  private func help(_ word: String, _ others: [String]) throws(UsageError) -> Request {
    guard word == CommandSpec.help.name else {
      throw UsageError(
        "there is no command '\(word)'", word: word,
        known: allCommands.map(\.name) + OptionSpec.global.map { "--\($0.name)" }, command: nil)
    }
    var parser = InvocationParser(command: .help, tool: self)
    switch try parser.parse(others) {
    case .help: return .help(.help)
    case .version: return .version
    case .run(let invocation):
      guard let topic = invocation.arguments.first else { return .help(nil) }
      guard let found = allCommands.first(where: { $0.name == topic }) else {
        return .topic(invocation.arguments)
      }
      guard invocation.arguments.count == 1 else {
        throw UsageError(
          "unexpected argument '\(invocation.arguments[1])' for 'help \(topic)'", word: "",
          command: word)
      }
      return .help(found)
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
}
