/// Words that do not fit a command.
public struct UsageError: Error, Sendable, Equatable {
  /// The fault, in plain words.
  @Bytewise public private(set) var message: String
  /// The word that is wrong.
  @Bytewise public private(set) var word: String
  /// The words that could have been meant.
  @Bytewise public private(set) var known: [String]
  /// Advice if no known word is similar; nil: see the help.
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
