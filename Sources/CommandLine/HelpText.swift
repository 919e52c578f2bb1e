/// Help, made from the values that parsing uses.
public enum HelpText {
  /// Help of the whole tool.
  public static func of(_ tool: ToolSpec) -> String {
    let commands = tool.allCommands.map { ($0.name, $0.summary) }
    let options = ToolSpec.globalOptions.map { (words(of: $0), summary(of: $0)) }
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
  public static func of(_ command: CommandSpec, in tool: ToolSpec) -> String {
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
    let options = command.options + ToolSpec.globalOptions
    return text + "\n" + table(options.map { (words(of: $0), summary(of: $0)) })
  }

  private static func words(of option: OptionSpec) -> String {
    let short = option.short.map { "-\($0), " } ?? "    "
    return short + "--\(option.name)" + (option.placeholder.map { " \($0)" } ?? "")
  }

  private static func summary(of option: OptionSpec) -> String {
    var text = option.summary
    if option.isRepeated { text += "; can be repeated" }
    if let value = option.defaultValue { text += " (default: \(value))" }
    return text
  }

  private static func table(_ rows: [(String, String)]) -> String {
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { name, summary in
      "  " + name + String(repeating: " ", count: width - name.count + 3) + summary + "\n"
    }.joined()
  }
}
