/// A command as a value: parsing, help, and later completions and manual are made from it.
public struct CommandSpec: Sendable {
  /// The word that calls it, `generate`.
  public let name: String
  /// One line: what it does.
  public let summary: String
  /// More, for its own help; may be empty.
  public let discussion: String
  /// What follows it without a dash.
  public let arguments: [ArgumentSpec]
  /// What follows it with a dash.
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
}

/// A word that follows a command.
public struct ArgumentSpec: Sendable {
  /// Its name in help, `NAMESPACE`.
  public let name: String
  /// One line: what it is.
  public let summary: String
  /// Whether it may be left out.
  public let isOptional: Bool

  /// Makes an argument.
  public init(name: String, summary: String, isOptional: Bool = false) {
    self.name = name
    self.summary = summary
    self.isOptional = isOptional
  }
}

/// An option of a command.
public struct OptionSpec: Sendable {
  /// What an option takes.
  public enum Value: Sendable, Equatable {
    /// Nothing: it is there or not.
    case none
    /// A path of a file or folder.
    case path
    /// One of these words.
    case choice([String])
    /// Any text, under this name in help.
    case text(String)
  }

  /// Its long name without dashes, `config`.
  public let name: String
  /// Its one-letter name, if it has one.
  public let short: Character?
  /// What it takes.
  public let value: Value
  /// What holds where it is left out; nil: nothing.
  public let defaultValue: String?
  /// Whether it may be given several times.
  public let isRepeated: Bool
  /// One line: what it does.
  public let summary: String

  /// Makes an option.
  public init(
    name: String, short: Character? = nil, value: Value, defaultValue: String? = nil,
    isRepeated: Bool = false, summary: String
  ) {
    self.name = name
    self.short = short
    self.value = value
    self.defaultValue = defaultValue
    self.isRepeated = isRepeated
    self.summary = summary
  }

  /// The value's name in help; nil where it takes none.
  var placeholder: String? {
    switch value {
    case .none: nil
    case .path: "PATH"
    case .choice(let words): words.joined(separator: "|")
    case .text(let name): name
    }
  }
}
