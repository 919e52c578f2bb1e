import Diagnostics
import Flyte
import Reports

/// A report as Markdown, for the summary of a job or a comment.
struct AuditMarkdown {
  let report: AuditReport

  var text: TerminalText {
    Markdown.report(
      report.clusters.map(cluster).joined(separator: "\n") + (report.running.map(running) ?? ""))
  }

  private func running(_ pods: RunningPods) -> TerminalText {
    var text: TerminalText = "\n### Running pods\n\n\(Markdown.escaped(pods.summary))\n\n"
    for group in pods.groups {
      text +=
        "- \(Markdown.escaped(group.subject)): \(Markdown.escaped(group.reached)); \(Markdown.escaped(group.verdictWords(pods.claim)))\n"
      for difference in group.differences { text += "  - \(Markdown.escaped(difference.words))\n" }
    }
    return text
  }

  private func cluster(_ cluster: AuditedCluster) -> TerminalText {
    var text: TerminalText =
      "## \(Markdown.escaped(cluster.title))\n\n**\(Markdown.escaped(cluster.summary))**\n\n"
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
          "| \(places) | \(Markdown.escaped(row.templateWords)) | \(Markdown.escaped(row.claim ?? "none")) | \(group.cell.now.words)\(number) | \(group.cell.planned.words) |\(governed) \(group.tasks.joined(separator: ", ")) |\n"
      }
    }
    for refusal in cluster.refusals { text += self.refusal(refusal) }
    for finding in cluster.findings {
      let place: TerminalText = "\(Markdown.escaped(finding.placeWords))"
      text +=
        "\n- **\(finding.severity.rawValue)** (\(finding.kind.rawValue)): \(Markdown.escaped(finding.sentence))\(place); fix: \(Markdown.escaped(finding.fix))\(Self.accepted(finding.acceptance))\n"
    }
    if !cluster.actions.isEmpty { text += "\n### What to do\n\n" }
    for (index, action) in cluster.actions.enumerated() {
      let numbers = action.refusals.map { "(\($0))" }.joined(separator: ", ")
      text += "\(index + 1). \(Markdown.escaped(action.words)): for \(numbers)\n"
    }
    if let words = cluster.hardeningWords { text += "\n\(Markdown.escaped(words))\n" }
    if !cluster.roles.isEmpty { text += "\n" + roles(cluster) }
    if !cluster.plugins.isEmpty {
      text +=
        "\n\(Markdown.escaped(AuditedCluster.pluginWords)):\n\n| plugin | pods | verdict | why |\n|---|---|---|---|\n"
    }
    for fact in cluster.plugins {
      text +=
        "| \(fact.plugin.rawValue) | \(Markdown.escaped(fact.pods)) | \(fact.verdict.words) | \(Markdown.escaped(fact.sentence)) |\n"
    }
    return text + "\n\(Markdown.escaped(cluster.notCoveredWords))\n"
  }

  private func roles(_ cluster: AuditedCluster) -> TerminalText {
    var text: TerminalText =
      "\(Markdown.escaped(AuditedCluster.roleWords)):\n\n| task | pod | verdict | operator |\n|---|---|---|---|\n"
    for row in cluster.roles {
      text +=
        "| \(row.task) | \(Markdown.escaped(row.role)) | \(row.words) | \(Markdown.escaped(row.runnerWords)) |\n"
    }
    return text
  }

  private func refusal(_ refusal: AuditRefusal) -> TerminalText {
    var text: TerminalText = "\n### (\(refusal.number)) \(Markdown.escaped(refusal.subject))\n\n"
    text += "- refused by \(refusal.refuserWords): \(Markdown.escaped(refusal.messageWords))\n"
    for sentence in refusal.sentences { text += "- because: \(Markdown.escaped(sentence))\n" }
    if let seen = refusal.seen { text += "- in Flyte: \(seen.words)\n" }
    return text
      + "- fix: \(Markdown.escaped(refusal.fix.words))\(Self.accepted(refusal.acceptance))\n"
  }

  private static func accepted(_ acceptance: AuditAcceptance?) -> TerminalText {
    acceptance.map { "; accepted: \(Markdown.escaped($0.words))" } ?? ""
  }
}
