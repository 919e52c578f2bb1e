import Diagnostics
import Flyte
import Reports
import Values

/// A report as one page that needs nothing else: no network, no font, no other file.
///
/// The page draws itself from the report's JSON, which is in it as `--format json` writes it.
struct AuditHTML {
  let report: AuditReport

  var text: TerminalText {
    HTMLPage(
      frame: PackageResources.page_html, style: PackageResources.page_css,
      script: PackageResources.page_js
    ).text([
      "title": HTMLPage.escaped(title), "summary": HTMLPage.escaped(summary), "plain": plain,
      "report": HTMLPage.inScript(AuditJSON(report: report).value),
      "page": HTMLPage.inScript(page),
    ])
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
      "<h2>\(HTMLPage.escaped(cluster.title))</h2><p>\(HTMLPage.escaped(cluster.summary))</p>"
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
