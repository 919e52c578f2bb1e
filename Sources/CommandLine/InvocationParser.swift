/// Reads the words of one command, GNU's way: `--key value`, `--key=value`, `-k value`, `--`,
/// options anywhere.
struct InvocationParser {
  let command: CommandSpec
  private var result = Invocation()

  init(command: CommandSpec) { self.command = command }

  /// The invocation; nil when help is asked for.
  mutating func parse(_ words: [String]) throws(UsageError) -> Invocation? {
    var rest = words[...]
    while let word = rest.popFirst() {
      if word == "--" {
        result.arguments += rest
        rest = []
      } else if word == "-h" || word == "--help" {
        return nil
      } else if word.hasPrefix("-"), word != "-" {
        try takeOption(word, &rest)
      } else {
        result.arguments.append(word)
      }
    }
    try checkArguments()
    return result
  }

  private mutating func takeOption(
    _ word: String, _ rest: inout ArraySlice<String>
  ) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = String(parts[0])
    let option = command.options.first {
      name == "--\($0.name)" || $0.short.map { name == "-\($0)" } ?? false
    }
    guard let option else {
      throw fault(
        "'\(command.name)' has no option '\(name)'", name,
        among: command.options.map { "--\($0.name)" })
    }
    var value = parts.count > 1 ? String(parts[1]) : nil
    if option.value == .none {
      guard value == nil else { throw fault("'\(name)' takes no value", word) }
      value = ""
    } else if value == nil {
      value = rest.popFirst()
    }
    guard let value else { throw fault("'\(name)' needs a value", word) }
    if case .choice(let words) = option.value, !words.contains(value) {
      throw fault(
        "'\(value)' is not a value of '\(name)': it takes \(words.joined(separator: ", "))", value,
        among: words)
    }
    if !option.isRepeated, result.options[option.name] != nil {
      throw fault("'\(name)' is given twice", word)
    }
    result.options[option.name, default: []].append(value)
  }

  private func checkArguments() throws(UsageError) {
    let needed = command.arguments.filter { !$0.isOptional }.count
    if result.arguments.count < needed {
      let name = command.arguments[result.arguments.count].name
      throw fault("'\(command.name)' needs \(name)", command.name)
    }
    if result.arguments.count > command.arguments.count {
      let word = result.arguments[command.arguments.count]
      throw fault("'\(word)' is one word too many for '\(command.name)'", word)
    }
  }

  private func fault(_ message: String, _ word: String, among known: [String] = []) -> UsageError {
    UsageError(message, word: word, known: known, command: command.name)
  }
}
