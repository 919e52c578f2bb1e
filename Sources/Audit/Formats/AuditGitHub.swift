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
            at: finding.place.map(Annotation.Place.init),
            title: "\(cluster.name): \(finding.kind.rawValue)",
            text: ["\(finding.sentence)", "fix: \(finding.fix)"]
              .joined(separator: "\n")
              + (finding.acceptance.map { "\naccepted: \($0.words)" } ?? ""))
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
      severity: refusal.acceptance != nil ? .note : refusal.isNow ? .error : .warning,
      at: place.map(Annotation.Place.init),
      title: "\(cluster.name): \(refusal.tasks.joined(separator: ", ")) refused",
      text: [
        "\(refusal.subject): refused by \(refusal.refuserWords): \(refusal.message)",
        "because \(causes)", refusal.seen.map { "in Flyte: \($0.words)" },
        "fix: \(refusal.fix.words)", refusal.acceptance.map { "accepted: \($0.words)" },
      ].compactMap { $0 }.joined(separator: "\n"))
  }
}

extension Annotation.Place {
  /// The line of a place; a file alone has its first.
  fileprivate init(_ place: AuditPlace) {
    self.init(
      path: place.path, line: max(1, place.line), column: place.line > 0 ? place.column : nil)
  }
}
