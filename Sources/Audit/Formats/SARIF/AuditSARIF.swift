import Diagnostics
import JSONText
import Reports
import Values

/// A report as SARIF 2.1.0, for code scanning and editors.
///
/// All clusters are one run: GitHub takes 20 of a file. Errors come first, so a cut leaves out the least.
struct AuditSARIF {
  let report: AuditReport
  /// The largest file that is taken.
  var limit = GitHubLimits.fileBytes

  var text: TerminalText {
    let all = SARIFResult.all(of: report)
    var shown = Array(all.prefix(GitHubLimits.results))
    var text = document(shown, of: all.count)
    while text.utf8.count > limit, !shown.isEmpty {
      // In proportion, and one less, so that it ends.
      shown.removeLast(
        max(1, shown.count - shown.count * limit / text.utf8.count))
      text = document(shown, of: all.count)
    }
    return TerminalText(escaped: text)
  }

  private func document(_ results: [SARIFResult], of count: Int) -> String {
    let rules = SARIFRule.all.filter { rule in results.contains { $0.rule == rule.id } }
    let places = Dictionary(
      uniqueKeysWithValues: rules.enumerated().map { (ByteText($1.id), $0) })
    var marks: [ByteText: Int] = [:]
    let values = results.map { result in
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
              .init("invocations", .list([invocation(leftOut: count - results.count)])),
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
      .init("notifications", .list([Self.leftOut, Self.notCovered].map(\.value))),
    ])
  }

  private static let leftOut = SARIFNotice(
    id: "left-out", text: "Results are left out, because GitHub limits a file.")
  private static let notCovered = SARIFNotice(
    id: "not-covered", text: "Pods that Flyte creates here are not modeled, so not judged.")

  /// The run: it did its work, and says what no result says.
  private func invocation(leftOut: Int) -> PlainValue {
    var notices = report.clusters.map { cluster in
      Self.notCovered.said(at: 1, "\(cluster.name): \(cluster.notCoveredWords)", "note")
    }
    if leftOut > 0 {
      notices.insert(
        Self.leftOut.said(
          at: 0,
          "\(leftOut.counted("result")) left out: GitHub shows \(GitHubLimits.results) of a file with up to \(GitHubLimits.fileBytes / 1_000_000) MB",
          "warning"), at: 0)
    }
    return .mapping([
      .init("executionSuccessful", .bool(true)),
      .init("toolExecutionNotifications", .list(notices)),
    ])
  }
}

/// A notice of a run besides its results.
private struct SARIFNotice {
  let id: String
  let text: String

  var value: PlainValue {
    .mapping([
      .init("id", .string(id)),
      .init("shortDescription", .mapping([.init("text", .string(text))])),
    ])
  }

  func said(at index: Int, _ words: String, _ level: String) -> PlainValue {
    .mapping([
      .init(
        "descriptor",
        .mapping([.init("id", .string(id)), .init("index", .integer(Int64(index)))])),
      .init("level", .string(level)),
      .init("message", .mapping([.init("text", .string(words))])),
    ])
  }
}
