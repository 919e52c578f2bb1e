import Diagnostics

/// A report as workflow commands of GitHub Actions, which become annotations.
///
/// GitHub shows ten errors and ten warnings of a step, so there are no more, and the last says how many
/// are left out.
struct AuditGitHub {
  private static let most = 10

  let report: AuditReport

  private struct Annotation {
    let isError: Bool
    let place: AuditPlace?
    let title: String
    let text: String
  }

  var text: TerminalText {
    let clusters = report.clusters.flatMap { cluster in
      cluster.refusals.map { annotation($0, cluster) }
        + cluster.findings.map { finding in
          Annotation(
            isError: false, place: nil, title: "\(cluster.name): \(finding.kind.rawValue)",
            text: "\(finding.sentence)\nfix: \(finding.fix)")
        }
    }
    let all = clusters + running
    let summary =
      report.clusters.map { "\($0.title): \($0.summary)" }
      + [report.running?.summary].compactMap { $0 }
    return [true, false].map { isError in
      let found = all.filter { $0.isError == isError }
      let shown = found.count > Self.most ? Array(found.prefix(Self.most - 1)) : found
      var text = shown.map(line).joined()
      if found.count > shown.count {
        text += line(
          Annotation(
            isError: isError, place: nil, title: "audit",
            text: "\(found.count - shown.count) more findings, which GitHub would not show"))
      }
      return text
    }.joined() + summary.map { "\($0)\n" as TerminalText }.joined()
  }

  /// Running pods that are not as they should be.
  private var running: [Annotation] {
    guard let pods = report.running else { return [] }
    return pods.groups.filter(\.isFinding).map { group in
      Annotation(
        isError: false, place: nil, title: "running pods: \(group.subject)",
        text: ([group.reached, group.verdictWords(pods.claim)] + group.differences.map(\.words))
          .joined(separator: "\n"))
    }
  }

  private func annotation(_ refusal: AuditRefusal, _ cluster: AuditedCluster) -> Annotation {
    let causes = refusal.sentences.joined(separator: "; ")
    return Annotation(
      isError: refusal.isNow, place: refusal.causes.lazy.compactMap(\.place).first,
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
    properties.append("title=\(Self.property(annotation.title))")
    let kind: TerminalText = annotation.isError ? "error" : "warning"
    return "::\(kind) \(properties.joined(separator: ","))::\(Self.data(annotation.text))\n"
  }

  private static func data(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    data(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
