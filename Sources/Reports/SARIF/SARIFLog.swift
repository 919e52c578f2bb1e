public import Diagnostics
import JSONText
import Values

/// A report as SARIF 2.1.0, for code scanning and editors.
///
/// Everything is one run: GitHub takes 20 of a file. Errors come first, so a cut leaves out the least.
public struct SARIFLog {
  /// A kind of notice that a run gives besides its results, and the notices.
  public struct Notice: Sendable {
    fileprivate let id: String
    fileprivate let text: String
    fileprivate let words: [String]

    /// Makes the notices of a kind.
    /// - Parameters:
    ///   - text: a sentence on what they are about.
    ///   - words: each a notice.
    public init(id: String, text: String, words: [String]) {
      self.id = id
      self.text = text
      self.words = words
    }
  }

  private let rules: [SARIFRule]
  private let results: [SARIFResult]
  private let notices: Notice?
  private let limit: Int

  /// Makes a log.
  /// - Parameters:
  ///   - rules: all rules in a fixed order; those without results are left out.
  ///   - limit: the size of the largest file that is taken, in bytes.
  public init(
    rules: [SARIFRule], results: [SARIFResult], notices: Notice? = nil,
    limit: Int = GitHubLimits.fileBytes
  ) {
    self.rules = rules
    self.results = [Severity.error, .warning, .note].flatMap { severity in
      results.filter { $0.severity == severity }
    }
    self.notices = notices
    self.limit = limit
  }

  /// The text of the file.
  public var text: TerminalText {
    var shown = Array(results.prefix(GitHubLimits.results))
    var text = document(shown)
    while text.utf8.count > limit, !shown.isEmpty {
      // In proportion, and one less, so that it ends.
      shown.removeLast(
        max(1, shown.count - shown.count * limit / text.utf8.count))
      text = document(shown)
    }
    return TerminalText(escaped: text)
  }

  private func document(_ shown: [SARIFResult]) -> String {
    let rules = self.rules.filter { rule in shown.contains { $0.rule == rule.id } }
    let places = Dictionary(
      uniqueKeysWithValues: rules.enumerated().map { (ByteText($1.id), $0) })
    var marks: [ByteText: Int] = [:]
    let values = shown.map { result in
      let mark = ByteText(result.fingerprint)
      marks[mark, default: 0] += 1
      return result.value(
        rule: places[ByteText(result.rule)] ?? 0, occurrence: marks[mark] ?? 1)
    }
    return JSONWriter.text(
      .mapping([
        .init("$schema", .string("https://json.schemastore.org/sarif-2.1.0.json")),
        .init("version", .string("2.1.0")),
        .init(
          "runs",
          .list([
            .mapping([
              .init("tool", .mapping([.init("driver", driver(rules))])),
              .init("invocations", .list([invocation(leftOut: results.count - shown.count)])),
              .init("columnKind", .string("unicodeCodePoints")),
              .init("results", .list(values)),
            ])
          ])),
      ]))
  }

  private func driver(_ rules: [SARIFRule]) -> PlainValue {
    .mapping([
      .init("name", .string("flyte-harden")),
      .init("rules", .list(rules.map(\.value))),
      .init("notifications", .list(([Self.leftOut] + [notices].compactMap { $0 }).map(\.value))),
    ])
  }

  private static let leftOut = Notice(
    id: "left-out", text: "Results are left out, because GitHub limits a file.", words: [])

  /// The run: it did its work, and has notices that no result has.
  private func invocation(leftOut: Int) -> PlainValue {
    var said: [PlainValue] = []
    if leftOut > 0 {
      said.append(
        Self.leftOut.said(
          at: 0,
          "\(leftOut.counted("result")) left out: GitHub shows \(GitHubLimits.results) of a file with up to \(GitHubLimits.fileBytes / 1_000_000) MB",
          "warning"))
    }
    if let notices { said += notices.words.map { notices.said(at: 1, $0, "note") } }
    return .mapping([
      .init("executionSuccessful", .bool(true)),
      .init("toolExecutionNotifications", .list(said)),
    ])
  }
}

extension SARIFLog.Notice {
  fileprivate var value: PlainValue {
    .mapping([
      .init("id", .string(id)),
      .init("shortDescription", .mapping([.init("text", .string(text))])),
    ])
  }

  fileprivate func said(at index: Int, _ words: String, _ level: String) -> PlainValue {
    .mapping([
      .init(
        "descriptor",
        .mapping([.init("id", .string(id)), .init("index", .integer(Int64(index)))])),
      .init("level", .string(level)),
      .init("message", .mapping([.init("text", .string(words))])),
    ])
  }
}
