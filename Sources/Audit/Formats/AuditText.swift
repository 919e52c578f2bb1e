import Diagnostics
import Flyte

/// A report for people, on a terminal.
struct AuditText {
  let report: AuditReport
  let colors: Bool

  var text: TerminalText {
    report.clusters.map(cluster).joined(separator: "\n") + (report.running.map(running) ?? "")
  }

  private func running(_ pods: RunningPods) -> TerminalText {
    var text: TerminalText = "\n" + ("\(pods.summary)" as TerminalText).painted(colors ? "1" : nil)
    text += "\n"
    for group in pods.groups {
      let color: StaticString = group.isFinding ? "31" : "32"
      text += "  " + ("\(group.subject)" as TerminalText).painted(colors ? color : nil) + "\n"
      text += "    \(group.reached)\n    \(group.verdictWords(pods.claim))\n"
      for difference in group.differences { text += "    \(difference.words)\n" }
    }
    return text
  }

  private func cluster(_ cluster: AuditedCluster) -> TerminalText {
    let color: StaticString = cluster.refusedPods > 0 ? "31" : "32"
    let title = ("\(cluster.title)" as TerminalText).painted(colors ? "1" : nil)
    var text: TerminalText = title + "\n"
    text += ("\(cluster.summary)" as TerminalText).painted(colors ? color : nil) + "\n\n"
    text += table(cluster)
    for refusal in cluster.refusals { text += "\n" + self.refusal(refusal) }
    for finding in cluster.findings { text += "\n" + self.finding(finding) }
    return text + "\n" + actions(cluster) + roles(cluster) + plugins(cluster)
      + "\(cluster.notCoveredWords)\n"
  }

  private func roles(_ cluster: AuditedCluster) -> TerminalText {
    guard !cluster.roles.isEmpty else { return "" }
    let lines = cluster.roles.map { row -> [TerminalText] in
      ["\(row.task)", "\(row.role)", "\(row.words)", "\(row.runnerWords)"]
    }
    let widths = (0..<3).map { column in lines.map { $0[column].width }.max() ?? 0 }
    return "\(AuditedCluster.roleWords)\n"
      + lines.map { line -> TerminalText in
        "  " + (0..<3).map { line[$0].padded(to: widths[$0]) + "  " }.joined() + line[3] + "\n"
      }.joined() + "\n"
  }

  private func plugins(_ cluster: AuditedCluster) -> TerminalText {
    guard !cluster.plugins.isEmpty else { return "" }
    let lines = cluster.plugins.map { fact -> [TerminalText] in
      ["\(fact.plugin.rawValue)", "\(fact.pods)", "\(fact.verdict.words)", "\(fact.sentence)"]
    }
    let widths = (0..<3).map { column in lines.map { $0[column].width }.max() ?? 0 }
    return "\(AuditedCluster.pluginWords)\n"
      + lines.map { line -> TerminalText in
        "  " + (0..<3).map { line[$0].padded(to: widths[$0]) + "  " }.joined() + line[3] + "\n"
      }.joined() + "\n"
  }

  /// A field of the table, and the color of its verdict.
  private struct Field {
    let text: TerminalText
    var color: StaticString?
  }

  private func table(_ cluster: AuditedCluster) -> TerminalText {
    let hasPlanned = !cluster.plannedPatches.isEmpty
    let hasPolicies = cluster.refusedGovernedPods != nil
    let head =
      (["namespaces", "PodTemplate", "level", "now"] as [TerminalText])
      + (hasPlanned ? ["patched"] : []) + (hasPolicies ? ["with policies"] : []) + ["tasks"]
    var lines = [head.map { Field(text: $0) }]
    for row in cluster.rows {
      for (index, group) in row.groups.enumerated() {
        let start: [TerminalText] =
          index > 0
          ? ["", "", ""]
          : [
            row.namespaces.isEmpty ? "any" : "\(row.namespaces.count)",
            "\(row.templateWords)", "\(row.claim ?? "none")",
          ]
        let cell = group.cell
        let now = field(cell.now, number: cell.now.isRefusal ? cell.refusal : nil)
        let planned = field(
          cell.planned, number: !cell.now.isRefusal && cell.planned.isRefusal ? cell.refusal : nil)
        lines.append(
          start.map { Field(text: $0) } + [now] + (hasPlanned ? [planned] : [])
            + (hasPolicies ? [field(cell.governed ?? cell.now, number: nil)] : [])
            + [Field(text: "\(group.tasks.joined(separator: ", "))")])
      }
    }
    let widths = head.indices.map { column in lines.map { $0[column].text.width }.max() ?? 0 }
    return lines.map { line in
      line.indices.map { column -> TerminalText in
        let field = line[column]
        guard column + 1 < line.count else { return field.text }
        return field.text.padded(to: widths[column]).painted(field.color) + "  "
      }.joined().withoutTrailingBlanks + "\n"
    }.joined()
  }

  private func field(_ verdict: AuditVerdict, number: Int?) -> Field {
    let color: StaticString? =
      verdict.isRefusal ? "31" : verdict == .admitted ? "32" : nil
    return Field(
      text: "\(verdict.words)" + (number.map { " (\($0))" } ?? ""), color: colors ? color : nil)
  }

  private func refusal(_ refusal: AuditRefusal) -> TerminalText {
    let title: TerminalText = "(\(refusal.number)) \(refusal.subject)"
    var text: TerminalText = title.painted(colors ? "1" : nil) + "\n"
    func line(_ name: TerminalText, _ words: TerminalText) {
      text += "    " + name.padded(to: 9) + words + "\n"
    }
    line("refused", "by \(refusal.refuserWords): \(refusal.messageWords)")
    for (index, sentence) in refusal.sentences.enumerated() {
      line(index == 0 ? "because" : "", "\(sentence)")
    }
    if let seen = refusal.seen { line("in Flyte", "\(seen.words)") }
    line("fix", "\(refusal.fix.words)")
    if let acceptance = refusal.acceptance { line("accepted", "\(acceptance.words)") }
    if !refusal.isNow { line("", "the planned patches cause this refusal") }
    return text
  }

  private func finding(_ finding: AuditFinding) -> TerminalText {
    let color: StaticString
    switch finding.severity {
    case .error: color = "31"
    case .warning: color = "35"
    case .note: color = "36"
    }
    let word = ("\(finding.severity.rawValue)" as TerminalText).painted(colors ? color : nil)
    return word
      + ": \(finding.sentence)\(finding.placeWords) [\(finding.kind.rawValue)]\n    fix      \(finding.fix)\n"
      + (finding.acceptance.map { "    accepted \($0.words)\n" } ?? "")
  }

  private func actions(_ cluster: AuditedCluster) -> TerminalText {
    guard !cluster.refusals.isEmpty else { return "" }
    var text: TerminalText = "what to do\n"
    for (index, action) in cluster.actions.enumerated() {
      let numbers = action.refusals.map { "(\($0))" }.joined(separator: ", ")
      text +=
        "  \(index + 1). \(action.words): for \(numbers), \(action.pods.counted("pod"))\n"
    }
    let open = cluster.refusals.filter { $0.fix.proof == .none }
    if !open.isEmpty {
      let numbers = open.map { "(\($0.number))" }.joined(separator: ", ")
      text += "  no fix is known for \(numbers)\n"
    }
    if let words = cluster.hardeningWords { text += "  \(words)\n" }
    return text + "\n"
  }
}
