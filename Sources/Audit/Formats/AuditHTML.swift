import Diagnostics
import Digests
import Flyte
import JSONText
import Values

/// A report as one page that needs nothing else: no network, no font, no other file.
///
/// The page draws itself from the report's JSON, which is in it as `--format json` writes it. Its policy
/// allows its own style and script by their digests, and nothing else.
struct AuditHTML {
  let report: AuditReport

  var text: TerminalText {
    let style = Self.text(PackageResources.page_css)
    let script = Self.text(PackageResources.page_js)
    let policy = [
      "default-src 'none'", "style-src '\(Self.digest(style))'",
      "script-src '\(Self.digest(script))'", "img-src data:", "base-uri 'none'",
      "form-action 'none'", "require-trusted-types-for 'script'",
    ].joined(separator: "; ")
    let slots: TextMap<String> = [
      "policy": policy, "style": style, "script": script, "title": Self.escaped(title),
      "summary": Self.escaped(summary), "plain": plain,
      "report": Self.inScript(JSONWriter.text(AuditJSON(report: report).value)),
      "page": Self.inScript(JSONWriter.text(page)),
    ]
    // What is put into a slot is never searched for slots.
    let parts = Self.text(PackageResources.page_html)[...].parts(between: "${")
    let body = parts.dropFirst().map { part -> String in
      let pieces = part.parts(between: "}")
      let rest = pieces.dropFirst().map { String($0) }.joined(separator: "}")
      return (slots[String(pieces[0])] ?? "") + rest
    }
    return TerminalText(escaped: String(parts[0]) + body.joined())
  }

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func digest(_ text: String) -> String {
    "sha256-" + Base64.text(of: SHA256.digest(of: Array(text.utf8)))
  }

  /// JSON that cannot end its element, or begin a comment.
  private static func inScript(_ json: String) -> String {
    json.replacing("&", with: "\\u0026").replacing("<", with: "\\u003c")
      .replacing(">", with: "\\u003e")
  }

  /// A text in which nothing is HTML, and which a terminal only shows.
  private static func escaped(_ text: String) -> String {
    ("\(text)" as TerminalText).text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
      .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
  }

  private var title: String { "Pod audit: \(report.clusters.map(\.name).joined(separator: ", "))" }

  private var summary: String {
    let refused = report.clusters.count { $0.refusedPods > 0 }
    let all = report.clusters.count.counted("cluster")
    return refused == 0
      ? "\(all), no pod refused now" : "\(refused) of \(all) with pods that are refused now"
  }

  /// The report for readers without scripts.
  private var plain: String {
    report.clusters.map { cluster in
      "<h2>\(Self.escaped(cluster.title))</h2><p>\(Self.escaped(cluster.summary))</p>"
    }.joined() + "<p>The details need JavaScript. 'audit --format text' prints the same report.</p>"
  }
}

extension AuditHTML {
  /// The data of the page besides the report: pods, and words for names.
  private var page: PlainValue {
    .mapping([
      .init("pods", .list(report.clusters.map(pods))),
      .init(
        "hardening",
        .list(report.clusters.map { $0.hardeningWords.map { .string($0) } ?? .null })),
      .init("verdicts", words(AuditVerdict.allCases, \.words)),
      .init("refusers", words(AuditRefusal.Refuser.allCases, \.words)),
      .init("seen", words(RefusedTask.allCases, \.words)),
      .init("proofs", words(AuditFix.Proof.allCases, \.words)),
      .init("applicabilities", words(AuditFix.Applicability.allCases, \.words)),
      .init(
        "kinds",
        .mapping(
          AuditCauseKind.allCases.map { .init($0.rawValue, .string($0.title)) }
            + FindingKind.allCases.map { .init($0.rawValue, .string($0.words)) })),
      .init("severities", .mapping([])),
    ])
  }

  private func words<Name: RawRepresentable<String>>(
    _ names: [Name], _ words: (Name) -> String
  ) -> PlainValue {
    .mapping(names.map { .init($0.rawValue, .string(words($0))) })
  }

  /// The pods of a cluster's refusals, by their numbers.
  private func pods(_ cluster: AuditedCluster) -> PlainValue {
    .mapping(
      cluster.refusals.compactMap { refusal in
        refusal.pod.map { .init("\(refusal.number)", pod($0, refusal.causes)) }
      })
  }

  private func pod(_ pod: AuditPod, _ causes: [AuditCause]) -> PlainValue {
    let lines = PodLines(pod.pod, causes: causes)
    return .mapping([
      .init("task", .string(pod.task)), .init("lines", .list(lines.lines.map { .string($0) })),
      .init(
        "marks",
        .list(
          lines.marks.map {
            .mapping([
              .init("line", .integer(Int64($0.line))), .init("words", .string($0.words)),
            ])
          })),
    ])
  }
}
