import Values

/// A rule of SARIF: a kind of result.
public struct SARIFRule: Sendable {
  /// The name of the rule, such as `refused/set-by-template`.
  public let id: String
  private let title: String
  private let help: String
  private let level: String

  /// Makes a rule.
  /// - Parameters:
  ///   - id: words of lowercase letters, joined by `-`, behind a group and `/`.
  ///   - title: a sentence.
  ///   - help: sentences in Markdown.
  ///   - level: `error`, `warning` or `note`.
  public init(id: String, title: String, help: String, level: String) {
    self.id = id
    self.title = title
    self.help = help
    self.level = level
  }

  var value: PlainValue {
    func text(_ text: String) -> PlainValue { .mapping([.init("text", .string(text))]) }
    let help = GitHubLimits.cut(self.help, to: GitHubLimits.description)
    return .mapping([
      .init("id", .string(id)),
      .init("name", .string(GitHubLimits.cut(name, to: GitHubLimits.ruleName))),
      .init(
        "shortDescription", text(GitHubLimits.cut(title, to: GitHubLimits.description))),
      .init("fullDescription", text(help)),
      .init("help", .mapping([.init("text", .string(help)), .init("markdown", .string(help))])),
      .init("defaultConfiguration", .mapping([.init("level", .string(level))])),
      .init(
        "properties",
        .mapping([
          .init("tags", .list(["security", "kubernetes", "flyte"].map { .string($0) })),
          .init("precision", .string("very-high")),
        ])),
    ])
  }

  /// The last part of its id, as the standard asks for it: `SetByTemplate`.
  private var name: String {
    (id.split(separator: "/").last ?? "").split(separator: "-").map { word in
      String(word.prefix(1)).uppercased() + String(word.dropFirst())
    }.joined()
  }
}
