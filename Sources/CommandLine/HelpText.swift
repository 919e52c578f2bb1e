/// Help, made from the values that parsing uses.
public enum HelpText {
  /// Help of the whole tool.
  public static func of<Action>(_ tool: ToolSpec<Action>) -> String {
    let commands = tool.allCommands.map { ($0.name, $0.summary) }
    let options = OptionSpec.global.map { (words(of: $0), summary(of: $0)) }
    return """
      \(tool.name) \(tool.version)
      \(tool.summary)

      usage: \(tool.name) COMMAND [OPTION…]

      \(table(commands))
      \(table(options))
      '\(tool.name) COMMAND --help' shows more.

      """
  }

  /// Help of one command.
  public static func of<Action>(_ command: CommandSpec, in tool: ToolSpec<Action>) -> String {
    var text = "usage: \(tool.name) \(command.name)"
    for argument in command.arguments {
      text += argument.isOptional ? " [\(argument.name)]" : " \(argument.name)"
    }
    if !command.options.isEmpty { text += " [OPTION…]" }
    text += "\n\n\(command.summary)\n"
    if !command.discussion.isEmpty { text += "\n\(command.discussion)\n" }
    if !command.arguments.isEmpty {
      text += "\n" + table(command.arguments.map { ($0.name, $0.summary) })
    }
    let options = command.options + OptionSpec.global
    return text + "\n" + table(options.map { (words(of: $0), summary(of: $0)) })
  }

  /// The longest choice of values that is shown as a whole beside its option.
  private static let longestChoice = 32
  /// The columns of a line of a table.
  private static let columns = 100

  private static func words(of option: OptionSpec) -> String {
    let short = option.short.map { "-\($0), " } ?? "    "
    let value = choices(of: option) == nil ? option.placeholder : placeholder(of: option)
    return short + "--\(option.name)" + (value.map { " \($0)" } ?? "")
  }

  /// The placeholder of a value that is one of many: `FORMAT`; `NAME` for an option of several words.
  private static func placeholder(of option: OptionSpec) -> String {
    option.name.contains("-") ? "NAME" : option.name.uppercased()
  }

  /// The values of an option that has too many of them to stand beside it.
  private static func choices(of option: OptionSpec) -> [String]? {
    guard case .choice(let words) = option.value,
      (option.placeholder?.count ?? 0) > longestChoice
    else { return nil }
    return words
  }

  private static func summary(of option: OptionSpec) -> String {
    var text = option.summary
    if let words = choices(of: option) { text += ": \(words.joined(separator: ", "))" }
    if option.isRepeated { text += "; can be repeated" }
    if let value = option.defaultValue { text += " (default: \(value))" }
    return text
  }

  private static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    let margin = String(repeating: " ", count: width + 5)
    return rows.map { name, summary in
      "  " + name + String(repeating: " ", count: width - name.count + 3)
        + wrapped(summary, to: max(40, columns - width - 5)).joined(separator: "\n" + margin) + "\n"
    }.joined()
  }

  private static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let line = lines[lines.count - 1]
      if line.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if line.count + 1 + word.count <= width {
        lines[lines.count - 1] += " \(word)"
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
