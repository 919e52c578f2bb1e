import Diagnostics
import Reports
import Values

/// A rule: a kind of cause, or a kind of finding.
struct SARIFRule {
  let id: String
  /// A sentence.
  let title: String
  /// Sentences in Markdown.
  let help: String
  let level: String

  /// All of them, in a fixed order.
  static let all =
    AuditCauseKind.allCases.map {
      SARIFRule(id: id($0), title: "\($0.title).", help: "\($0.title). \($0.help)", level: "error")
    }
    + FindingRule.all.map { rule in
      // The first sentence of what it means.
      let title = rule.meaning[...].parts(between: ". ").first.map { String($0) } ?? ""
      return SARIFRule(
        id: id(rule.kind), title: title.hasSuffix(".") ? title : "\(title).",
        help: "\(rule.meaning) \(rule.fix)", level: rule.severity.rawValue)
    }

  static func id(_ kind: AuditCauseKind) -> String { "refused/\(kind.rawValue)" }
  static func id(_ kind: FindingKind) -> String { "finding/\(kind.rawValue)" }

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
