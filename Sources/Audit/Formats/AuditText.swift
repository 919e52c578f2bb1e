import Diagnostics

/// A report for people, on a terminal.
struct AuditText {
  let report: AuditReport
  let colors: Bool

  var text: TerminalText { report.clusters.map(cluster).joined(separator: "\n") }

  private func cluster(_ cluster: AuditedCluster) -> TerminalText {
    let color: StaticString = cluster.refusedPods > 0 ? "31" : "32"
    let title = ("\(cluster.title)" as TerminalText).painted(colors ? "1" : nil)
    var text: TerminalText = title + "\n"
    text += ("\(cluster.summary)" as TerminalText).painted(colors ? color : nil) + "\n\n"
    text += table(cluster)
    for refusal in cluster.refusals { text += "\n" + self.refusal(refusal) }
    for finding in cluster.findings {
      text += "\nalso: \(finding.sentence)\n    fix      \(finding.fix)\n"
    }
    return text + "\n" + actions(cluster) + "\(cluster.notCoveredWords)\n"
  }

  private func table(_ cluster: AuditedCluster) -> TerminalText {
    let hasPlanned = !cluster.plannedPatches.isEmpty
    let head: [TerminalText] =
      ["namespaces", "PodTemplate", "level", "now"] + (hasPlanned ? ["patched"] : []) + ["tasks"]
    var lines = [head]
    for row in cluster.rows {
      for (index, group) in row.groups.enumerated() {
        let start: [TerminalText] =
          index > 0
          ? ["", "", ""]
          : [
            row.namespaces.isEmpty ? "any" : "\(row.namespaces.count)",
            "\(row.templateWords)", "\(row.claim ?? "none")",
          ]
        let number: TerminalText = group.cell.refusal.map { " (\($0))" } ?? ""
        let now: TerminalText = "\(group.cell.now.words)" + (group.cell.now.isRefusal ? number : "")
        let isLater = !group.cell.now.isRefusal && group.cell.planned.isRefusal
        let planned: TerminalText = "\(group.cell.planned.words)" + (isLater ? number : "")
        lines.append(
          start + [now] + (hasPlanned ? [planned] : [])
            + ["\(group.tasks.joined(separator: ", "))"])
      }
    }
    let widths = head.indices.map { column in lines.map { $0[column].width }.max() ?? 0 }
    return lines.map { line in
      line.indices.map { column -> TerminalText in
        let cell = line[column].padded(to: widths[column])
        return column + 1 < line.count ? cell.painted(paint(line[column])) + "  " : line[column]
      }.joined().withoutTrailingBlanks + "\n"
    }.joined()
  }

  private func paint(_ cell: TerminalText) -> StaticString? {
    guard colors else { return nil }
    let text = cell.text
    if text.hasPrefix("refused") || text.hasPrefix("no pod") { return "31" }
    return text == "admitted" ? "32" : nil
  }

  private func refusal(_ refusal: AuditRefusal) -> TerminalText {
    let title: TerminalText = "(\(refusal.number)) \(refusal.subject)"
    var text: TerminalText = title.painted(colors ? "1" : nil) + "\n"
    func line(_ name: TerminalText, _ words: TerminalText) {
      text += "    " + name.padded(to: 9) + words + "\n"
    }
    line("refused", "by \(refusal.refuserWords): \(refusal.message)")
    for (index, sentence) in refusal.sentences.enumerated() {
      line(index == 0 ? "because" : "", "\(sentence)")
    }
    if let seen = refusal.seen { line("in Flyte", "\(seen.words)") }
    line("fix", "\(refusal.fix.words)")
    if !refusal.isNow { line("", "it comes with the patches") }
    return text
  }

  private func actions(_ cluster: AuditedCluster) -> TerminalText {
    guard !cluster.refusals.isEmpty else { return "" }
    var text: TerminalText = "what to do\n"
    for (index, action) in cluster.actions.enumerated() {
      let numbers = action.refusals.map { "(\($0))" }.joined(separator: ", ")
      text +=
        "  \(index + 1). \(action.words): for \(numbers), \(AuditRefusal.count(action.pods, "pod"))\n"
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
