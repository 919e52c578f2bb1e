import Diagnostics
import Reports

/// A report as annotations of GitHub Actions, with a line for each cluster behind them.
struct AuditGitHub {
  let report: AuditReport

  var text: TerminalText {
    let clusters = report.clusters.flatMap { cluster in
      cluster.refusals.map { annotation($0, cluster) }
        + cluster.findings.map { finding in
          Annotation(
            severity: finding.severity,
            at: finding.place,
            title: "\(cluster.name): \(finding.kind.rawValue)",
            text: [
              finding.sentence, "fix: \(finding.fix)",
              finding.acceptance.map { "accepted: \($0.words)" },
            ].compactMap { $0 }.joined(separator: "\n"))
        }
    }
    let all = clusters + running
    let summary =
      report.clusters.map { "\($0.title): \($0.summary)" }
      + [report.running?.summary].compactMap { $0 }
    return Annotation.lines(all, report: "audit", unit: "findings")
      + summary.map { "\($0)\n" as TerminalText }.joined()
  }

  /// Running pods that are not as they should be.
  private var running: [Annotation] {
    guard let pods = report.running else { return [] }
    return pods.groups.filter(\.isFinding).map { group in
      Annotation(
        severity: .warning, at: nil, title: "running pods: \(group.subject)",
        text: ([group.reached, group.verdictWords(pods.claim)] + group.differences.map(\.words))
          .joined(separator: "\n"))
    }
  }

  private func annotation(_ refusal: AuditRefusal, _ cluster: AuditedCluster) -> Annotation {
    let causes = refusal.sentences.joined(separator: "; ")
    let place = refusal.causes.lazy.compactMap(\.place).first
    return Annotation(
      severity: refusal.severity,
      at: place,
      title: "\(cluster.name): \(refusal.tasks.joined(separator: ", ")) refused",
      text: [
        "\(refusal.subject): refused by \(refusal.refuserWords): \(refusal.messageWords)",
        "because \(causes)", refusal.seen.map { "in Flyte: \($0.words)" },
        "fix: \(refusal.fix.words)", refusal.acceptance.map { "accepted: \($0.words)" },
      ].compactMap { $0 }.joined(separator: "\n"))
  }
}
