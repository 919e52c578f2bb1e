/// Words that do not fit a command.
public struct UsageError: Error, Sendable, Equatable {
  /// What is wrong, in plain words.
  @Bytewise public private(set) var message: String
  /// The word that is wrong.
  @Bytewise public private(set) var word: String
  /// What could have been meant.
  @Bytewise public private(set) var known: [String]
  /// What to do where no known word is near; nil: look at the help.
  @Bytewise public private(set) var hint: String?
  /// The command, where it is known.
  @Bytewise public private(set) var command: String?

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
