import Audit
import CommandLine
import Diagnostics
import Reference

/// The topics of `help` besides commands.
enum HelpTopic {
  /// The text of a topic.
  /// - Parameter words: the words after `help`, at least one.
  /// - Throws: `UsageError` where there is no such topic.
  static func text(of words: [String]) throws(UsageError) -> String {
    let word = words.first ?? ""
    if words.count == 1, let id = ErrorRegister.named(word) { return ErrorPage.help(id) }
    if words.count == 1, let rule = FindingRule.named(word) { return FindingPage.help(rule) }
    guard word == "config" else {
      let names =
        Tool.spec.commands.map(\.spec.name) + ["config"] + ErrorRegister.all.map(\.name)
        + FindingKind.allCases.map(\.rawValue)
      throw UsageError("there is no help for '\(word)'", word: word, known: names, command: "help")
    }
    let path = words.dropFirst().first ?? ""
    if let help = ConfigHelp(path: path) { return help.text }
    throw UsageError(
      "the config has no key '\(path)'", word: path, known: ConfigHelp.paths,
      hint: "'\(Tool.spec.name) help config' lists the keys of a file", command: "help")
  }
}
