/// Words that do not fit a command.
public struct UsageError: Error, Sendable, Equatable {
  /// What is wrong, in plain words.
  public let message: String
  /// The word that is wrong.
  public let word: String
  /// What could have been meant.
  public let known: [String]
  /// What to do where no known word is near; nil: look at the help.
  public let hint: String?
  /// The command, where it is known.
  public let command: String?

  /// Makes an error.
  public init(
    _ message: String, word: String, known: [String] = [], hint: String? = nil, command: String?
  ) {
    self.message = message
    self.word = word
    self.known = known
    self.hint = hint
    self.command = command
  }
}
