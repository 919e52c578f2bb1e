/// The whole command line as a value.
public struct ToolSpec: Sendable {
  /// The program's name.
  public let name: String
  /// Its version, `0.1.0`.
  public let version: String
  /// One line: what it is for.
  public let summary: String
  /// Its commands, in the order help shows them.
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
    /// The version.
    case version
    /// A command with its words.
    case run(CommandSpec, Invocation)
  }

  /// Reads the words after the program's name.
  /// - Throws: `UsageError` where they do not fit.
  public func parse(_ words: [String]) throws(UsageError) -> Request {
    guard let first = words.first else { return .help(nil) }
    switch first {
    case "-h", "--help": return .help(nil)
    case "--version": return .version
    case "help":
      guard words.count > 1 else { return .help(nil) }
      return .help(try command(words[1]))
    default:
      let command = try command(first)
      var parser = InvocationParser(command: command)
      guard let invocation = try parser.parse(Array(words.dropFirst())) else {
        return .help(command)
      }
      return .run(command, invocation)
    }
  }

  private func command(_ word: String) throws(UsageError) -> CommandSpec {
    if let found = commands.first(where: { $0.name == word }) { return found }
    throw UsageError(
      word.hasPrefix("-")
        ? "'\(word)' is no option of \(name) itself" : "there is no command '\(word)'",
      word: word, known: commands.map(\.name), command: nil)
  }
}

/// The words of a command, read.
public struct Invocation: Sendable, Equatable {
  /// The arguments, in order.
  public var arguments: [String] = []
  /// The values of the options that were given, by long name; a flag has an empty text.
  public var options: [String: [String]] = [:]

  /// The last value of an option; nil where it was not given.
  public subscript(option: String) -> String? { options[option]?.last }
}

/// Words that do not fit a command.
public struct UsageError: Error, Sendable, Equatable {
  /// What is wrong, in plain words.
  public let message: String
  /// The word that is wrong.
  public let word: String
  /// What could have been meant.
  public let known: [String]
  /// The command, where it is known.
  public let command: String?

  /// Makes an error.
  public init(_ message: String, word: String, known: [String], command: String?) {
    self.message = message
    self.word = word
    self.known = known
    self.command = command
  }
}
