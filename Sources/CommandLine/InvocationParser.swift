/// Reads the words of one command, GNU's way: `--key value`, `--key=value`, `--ke value`, `-k value`,
/// `-kvalue`, `--`, options anywhere.
struct InvocationParser<Action: Sendable> {
  /// The request that the words make.
  enum Outcome {
    case help
    case version
    case run(Invocation)
  }

  private let tool: ToolSpec<Action>
  /// Nil: there is none among the words.
  private let command: CommandSpec?
  private let options: [OptionSpec]
  private var result = Invocation()
  /// An option that took a word which looks like another option, and that word.
  private var swallowed: (option: String, word: String)?

  init(command: CommandSpec?, tool: ToolSpec<Action>) {
    self.tool = tool
    self.command = command
    options = (command?.options ?? tool.commandOptions) + OptionSpec.global
  }

  private var name: String { command?.name ?? tool.name }

  mutating func parse(_ words: [String]) throws(UsageError) -> Outcome {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        result.arguments += rest
        rest = []
      } else if let option = OptionWord(word) {
        if let outcome = try take(option, &rest) { return outcome }
      } else {
        result.arguments.append(word)
      }
    }
    try checkArguments()
    return .run(result)
  }

  /// Takes an option with its value; not nil where it ends the reading.
  private mutating func take(
    _ word: OptionWord, _ rest: inout ArraySlice<String>
  ) throws(UsageError) -> Outcome? {
    let option = try self.option(word)
    let name = "--\(option.name)"
    guard option.value.isNone else {
      try add(try value(of: option, word, &rest), to: option)
      return nil
    }
    if !word.isShort, word.rest != nil { throw fault("'\(name)' takes no value", name) }
    if option.name == OptionSpec.help.name { return .help }
    if option.name == OptionSpec.version.name { return .version }
    try add("", to: option)
    guard let further = word.further else { return nil }
    return try take(further, &rest)
  }

  private func option(_ word: OptionWord) throws(UsageError) -> OptionSpec {
    let found = word.matches(among: options)
    guard let option = found.first else {
      let owners = tool.specs.filter { !word.matches(among: $0.options).isEmpty }.map(\.name)
      throw UsageError(
        "'\(name)' has no option '\(word.name)'", word: word.name,
        known: owners.isEmpty ? options.map { "--\($0.name)" } : [],
        hint: owners.isEmpty
          ? nil : "it is an option of \(owners.map { "'\($0)'" }.joined(separator: ", "))",
        command: command?.name)
    }
    if found.count > 1 { throw .ambiguous(word, found, command: command?.name) }
    return option
  }

  private mutating func value(
    of option: OptionSpec, _ word: OptionWord, _ rest: inout ArraySlice<String>
  ) throws(UsageError) -> String {
    if let value = word.rest { return value }
    guard let value = rest.popFirst() else { throw fault("'--\(option.name)' needs a value", "") }
    if OptionWord(value) != nil { swallowed = (word.name, value) }
    return value
  }

  private mutating func add(_ value: String, to option: OptionSpec) throws(UsageError) {
    let name = "--\(option.name)"
    if !option.value.isNone, value.isEmpty {
      throw UsageError(
        "the value of '\(name)' is empty", word: "", hint: "pass a value, or omit '\(name)'",
        command: command?.name)
    }
    if case .choice(let words) = option.value, !words.contains(value) {
      throw fault(
        "'\(name)' cannot be '\(value)': it must be one of \(words.joined(separator: ", "))", value,
        among: words)
    }
    if !option.isRepeated, result.options[option.name] != nil {
      throw fault("'\(name)' is given twice", name)
    }
    result.options[option.name, default: []].append(value)
  }

  private func checkArguments() throws(UsageError) {
    let expected = command?.arguments ?? []
    let needed = expected.filter { !$0.isOptional }.count
    if result.arguments.count < needed {
      throw fault("'\(name)' needs \(expected[result.arguments.count].name)", "")
    }
    if result.arguments.count > expected.count {
      let word = result.arguments[expected.count]
      throw fault("unexpected argument '\(word)' for '\(name)'", "")
    }
    for (argument, word) in zip(expected, result.arguments) where word.isEmpty {
      throw fault("\(argument.name) is empty", "")
    }
  }

  private func fault(_ message: String, _ word: String, among known: [String] = []) -> UsageError {
    UsageError(
      message, word: word, known: known,
      hint: swallowed.map { "'\($0.word)' was read as the value of '\($0.option)'" },
      command: command?.name)
  }
}
