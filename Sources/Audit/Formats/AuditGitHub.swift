import Diagnostics

/// A report as workflow commands of GitHub Actions, which become annotations.
///
/// There are no more than GitHub shows of a step, and the last says how many are left out.
struct AuditGitHub {
  let report: AuditReport

  private struct Annotation {
    let severity: Severity
    let place: AuditPlace?
    let title: String
    let text: String
  }

  var text: TerminalText {
    let all = report.clusters.flatMap { cluster in
      cluster.refusals.map { annotation($0, cluster) }
        + cluster.findings.map { finding in
          Annotation(
            severity: finding.severity, place: finding.place,
            title: "\(cluster.name): \(finding.kind.rawValue)",
            text: "\(finding.sentence)\nfix: \(finding.fix)")
        }
    }
    let most = GitHubLimits.annotations
    let summary = report.clusters.map { "\($0.title): \($0.summary)" }
    return [Severity.error, .warning, .note].map { severity in
      let found = all.filter { $0.severity == severity }
      let shown = found.count > most ? Array(found.prefix(most - 1)) : found
      var text = shown.map(line).joined()
      if found.count > shown.count {
        text += line(
          Annotation(
            severity: severity, place: nil, title: "audit",
            text: "\(found.count - shown.count) more findings, which GitHub would not show"))
      }
      return text
    }.joined() + summary.map { "\($0)\n" as TerminalText }.joined()
  }

  private func annotation(_ refusal: AuditRefusal, _ cluster: AuditedCluster) -> Annotation {
    let causes = refusal.sentences.joined(separator: "; ")
    return Annotation(
      severity: refusal.isNow ? .error : .warning,
      place: refusal.causes.lazy.compactMap(\.place).first,
      title: "\(cluster.name): \(refusal.tasks.joined(separator: ", ")) refused",
      text: [
        "\(refusal.subject): refused by \(refusal.refuserWords): \(refusal.message)",
        "because \(causes)", refusal.seen.map { "in Flyte: \($0.words)" },
        "fix: \(refusal.fix.words)",
      ].compactMap { $0 }.joined(separator: "\n"))
  }

  private func line(_ annotation: Annotation) -> TerminalText {
    var properties: [TerminalText] = []
    if let place = annotation.place, place.line > 0 {
      properties += [
        "file=\(Self.property(place.path))", "line=\(place.line)", "col=\(place.column)",
      ]
    }
    properties.append(
      "title=\(Self.property(GitHubLimits.cut(annotation.title, to: GitHubLimits.title)))")
    // A scalar has up to four bytes.
    let text = GitHubLimits.cut(annotation.text, to: GitHubLimits.annotationBytes / 4)
    let kind: TerminalText
    switch annotation.severity {
    case .error: kind = "error"
    case .warning: kind = "warning"
    case .note: kind = "notice"
    }
    return "::\(kind) \(properties.joined(separator: ","))::\(Self.data(text))\n"
  }

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
