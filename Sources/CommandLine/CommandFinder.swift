/// Finds the command among words that may begin with options: `-c x verify`.
///
/// Until the command is known any command's option may stand there; what matters of it here is only
/// whether the next word is its value.
struct CommandFinder<Action: Sendable> {
  let tool: ToolSpec<Action>

  /// The place of the first word that is neither an option nor the value of one; nil: there is none.
  func place(in words: [String]) throws(UsageError) -> Int? {
    var place = 0
    while place < words.count {
      if words[place] == "--" { return place + 1 < words.count ? place + 1 : nil }
      guard let word = OptionWord(words[place]) else { return place }
      place += try takesNextWord(word) ? 2 : 1
    }
    return nil
  }

  private func takesNextWord(_ word: OptionWord) throws(UsageError) -> Bool {
    let options = OptionSpec.global + tool.commandOptions
    let found = word.matches(among: options)
    guard let first = found.first else {
      throw UsageError(
        "'\(tool.name)' has no option '\(word.name)'", word: word.name,
        known: options.map { "--\($0.name)" } + tool.allCommands.map(\.name), command: nil)
    }
    guard found.allSatisfy({ $0.value.isNone == first.value.isNone }) else {
      throw .ambiguous(word, found, command: nil)
    }
    if !first.value.isNone { return word.rest == nil }
    return try word.further.map(takesNextWord) ?? false
  }
}

extension UsageError {
  /// The beginning of several options' names.
  static func ambiguous(
    _ word: OptionWord, _ found: [OptionSpec], command: String?
  ) -> UsageError {
    UsageError(
      "'\(word.name)' is short for several options", word: word.name,
      hint: "use one of these: \(found.map { "--\($0.name)" }.joined(separator: ", "))",
      command: command)
  }
}
