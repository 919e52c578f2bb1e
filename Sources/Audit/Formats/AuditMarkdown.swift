import Diagnostics

/// A report as Markdown, for the summary of a job or a comment.
struct AuditMarkdown {
  let report: AuditReport

  var text: TerminalText { report.clusters.map(cluster).joined(separator: "\n") }

  private func cluster(_ cluster: AuditedCluster) -> TerminalText {
    var text: TerminalText =
      "## \(Self.escaped(cluster.title))\n\n**\(Self.escaped(cluster.summary))**\n\n"
    let hasPolicies = cluster.refusedGovernedPods != nil
    let (column, line): (TerminalText, TerminalText) =
      hasPolicies ? (" with policies |", "---|") : ("", "")
    text +=
      "| namespaces | PodTemplate | level | now | patched |\(column) tasks |\n|---|---|---|---|---|\(line)---|\n"
    for row in cluster.rows {
      let places: TerminalText = row.namespaces.isEmpty ? "any" : "\(row.namespaces.count)"
      for group in row.groups {
        let number: TerminalText = group.cell.refusal.map { " (\($0))" } ?? ""
        let governed: TerminalText =
          hasPolicies ? " \((group.cell.governed ?? group.cell.now).words) |" : ""
        text +=
          "| \(places) | \(Self.escaped(row.templateWords)) | \(Self.escaped(row.claim ?? "none")) | \(group.cell.now.words)\(number) | \(group.cell.planned.words) |\(governed) \(group.tasks.joined(separator: ", ")) |\n"
      }
    }
    for refusal in cluster.refusals { text += self.refusal(refusal) }
    for finding in cluster.findings {
      text += "\n- also: \(Self.escaped(finding.sentence)); fix: \(Self.escaped(finding.fix))\n"
    }
    if !cluster.actions.isEmpty { text += "\n### What to do\n\n" }
    for (index, action) in cluster.actions.enumerated() {
      let numbers = action.refusals.map { "(\($0))" }.joined(separator: ", ")
      text += "\(index + 1). \(Self.escaped(action.words)): for \(numbers)\n"
    }
    if let words = cluster.hardeningWords { text += "\n\(Self.escaped(words))\n" }
    return text + "\n\(Self.escaped(cluster.notCoveredWords))\n"
  }

  private func refusal(_ refusal: AuditRefusal) -> TerminalText {
    var text: TerminalText = "\n### (\(refusal.number)) \(Self.escaped(refusal.subject))\n\n"
    text += "- refused by \(refusal.refuserWords): \(Self.escaped(refusal.message))\n"
    for sentence in refusal.sentences { text += "- because: \(Self.escaped(sentence))\n" }
    if let seen = refusal.seen { text += "- in Flyte: \(seen.words)\n" }
    return text + "- fix: \(Self.escaped(refusal.fix.words))\n"
  }

  /// A text in which nothing is Markdown or HTML.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "~", "@":
        result += "\\"
        result.unicodeScalars.append(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
