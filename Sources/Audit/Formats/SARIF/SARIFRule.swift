import Values

/// A rule: a kind of cause, or a kind of finding.
struct SARIFRule {
  let id: String
  let title: String
  let help: String
  let level: String

  /// All of them, in a fixed order.
  static let all =
    AuditCauseKind.allCases.map {
      SARIFRule(id: id($0), title: $0.title, help: $0.help, level: "error")
    }
    + AuditFinding.Kind.allCases.map {
      SARIFRule(id: id($0), title: $0.title, help: $0.help, level: "warning")
    }

  static func id(_ kind: AuditCauseKind) -> String { "refused/\(kind.rawValue)" }
  static func id(_ kind: AuditFinding.Kind) -> String { "finding/\(kind.rawValue)" }

  var value: PlainValue {
    func text(_ text: String) -> PlainValue { .mapping([.init("text", .string(text))]) }
    let help = GitHubLimits.cut("\(title). \(self.help)", to: GitHubLimits.description)
    return .mapping([
      .init("id", .string(id)),
      .init("name", .string(GitHubLimits.cut(name, to: GitHubLimits.ruleName))),
      .init(
        "shortDescription", text(GitHubLimits.cut("\(title).", to: GitHubLimits.description))),
      .init("fullDescription", text(help)), .init("help", text(help)),
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
