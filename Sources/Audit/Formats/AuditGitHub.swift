import Diagnostics
import Reports

/// A report as annotations of GitHub Actions, with a line for each cluster behind them.
struct AuditGitHub {
  let report: AuditReport

  var text: TerminalText {
    let all = report.clusters.flatMap { cluster in
      cluster.refusals.map { annotation($0, cluster) }
        + cluster.findings.map { finding in
          Annotation(
            isError: false, at: nil, title: "\(cluster.name): \(finding.kind.rawValue)",
            text: "\(finding.sentence)\nfix: \(finding.fix)")
        }
    }
    let summary = report.clusters.map { "\($0.title): \($0.summary)" }
    return Annotation.lines(all, report: "audit", unit: "findings")
      + summary.map { "\($0)\n" as TerminalText }.joined()
  }

  private func annotation(_ refusal: AuditRefusal, _ cluster: AuditedCluster) -> Annotation {
    let causes = refusal.sentences.joined(separator: "; ")
    let place = refusal.causes.lazy.compactMap(\.place).first { $0.line > 0 }
    return Annotation(
      isError: refusal.isNow,
      at: place.map { Annotation.Place(path: $0.path, line: $0.line, column: $0.column) },
      title: "\(cluster.name): \(refusal.tasks.joined(separator: ", ")) refused",
      text: [
        "\(refusal.subject): refused by \(refusal.refuserWords): \(refusal.message)",
        "because \(causes)", refusal.seen.map { "in Flyte: \($0.words)" },
        "fix: \(refusal.fix.words)",
      ].compactMap { $0 }.joined(separator: "\n"))
  }
}
