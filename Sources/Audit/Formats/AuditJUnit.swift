import Diagnostics
import Flyte

/// A report as JUnit's XML: a suite for a cluster, a case for a template and a shape of task.
struct AuditJUnit {
  let report: AuditReport

  var text: TerminalText {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"flyte-harden audit\">\n"
      + report.clusters.map(suite).joined() + (report.running.map(running) ?? "")
      + "</testsuites>\n"
  }

  /// Pods that run are no tests of the config: what is found in them is told, and does not fail.
  private func running(_ pods: RunningPods) -> TerminalText {
    var text: TerminalText =
      "  <testsuite name=\"running pods\" tests=\"\(pods.groups.count + pods.notModeled.count)\" failures=\"0\" errors=\"0\" skipped=\"\(pods.notModeled.count)\">\n"
    for group in pods.groups {
      let words =
        ([group.reached, group.verdictWords(pods.claim)] + group.differences.map(\.words))
        .joined(separator: "; ")
      text +=
        "    <testcase classname=\"running pods\" name=\"\(Self.escaped(group.subject))\"><system-out>\(Self.escaped(words))</system-out></testcase>\n"
    }
    for open in pods.notModeled {
      text +=
        "    <testcase classname=\"not covered\" name=\"\(open.pods.counted("pod")) of \(open.plugin)\"><skipped message=\"not modeled\"/></testcase>\n"
    }
    return text + "  </testsuite>\n"
  }

  private func suite(_ cluster: AuditedCluster) -> TerminalText {
    let cells = cluster.rows.flatMap(\.cells)
    let failed = cells.count { $0.now.isRefusal && !$0.isAccepted }
    let accepted = cells.count { $0.now.isRefusal && $0.isAccepted }
    var text: TerminalText =
      "  <testsuite name=\"\(Self.escaped(cluster.title))\" tests=\"\(cells.count + cluster.findings.count + cluster.plugins.count + cluster.notCovered.count)\" failures=\"\(failed)\" errors=\"0\" skipped=\"\(accepted + cluster.plugins.count + cluster.notCovered.count)\">\n"
    for row in cluster.rows {
      for cell in row.cells { text += self.cell(cell, of: row, cluster) }
    }
    for finding in cluster.findings {
      text +=
        "    <testcase classname=\"finding\" name=\"\(finding.kind.rawValue)\"><system-out>\(finding.severity.rawValue): \(Self.escaped(finding.sentence)); fix: \(Self.escaped(finding.fix))</system-out></testcase>\n"
    }
    // What is not modeled has not passed.
    for fact in cluster.plugins {
      text +=
        "    <testcase classname=\"not modeled\" name=\"\(Self.escaped("\(fact.plugin.rawValue): \(fact.pods)"))\"><skipped message=\"\(Self.escaped("not modeled; \(fact.verdict.words): \(fact.sentence)"))\"/></testcase>\n"
    }
    for kind in cluster.notCovered {
      text +=
        "    <testcase classname=\"not covered\" name=\"\(Self.escaped(kind.pods))\"><skipped message=\"not modeled\"/></testcase>\n"
    }
    return text + "  </testsuite>\n"
  }

  private func cell(
    _ cell: AuditCell, of row: AuditRow, _ cluster: AuditedCluster
  ) -> TerminalText {
    let places =
      row.namespaces.isEmpty
      ? "any namespace" : row.namespaces.count.counted("namespace")
    let name =
      "\(cell.task) under \(row.templates.isEmpty ? "no PodTemplate" : row.templateWords), \(places)"
    let start: TerminalText =
      "    <testcase classname=\"\(Self.escaped(cluster.name))\" name=\"\(Self.escaped(name))\""
    let found = cell.refusal.flatMap { number in
      cluster.refusals.first { $0.number == number }
    }
    guard cell.now.isRefusal, let refusal = found else { return start + "/>\n" }
    if let acceptance = refusal.acceptance {
      return start
        + "><skipped message=\"\(Self.escaped("refused, and accepted: \(acceptance.words)"))\"/></testcase>\n"
    }
    let body =
      (["refused by \(refusal.refuserWords): \(refusal.message)"]
      + refusal.sentences.map { "because \($0)" } + ["fix: \(refusal.fix.words)"])
      .map { "\(Self.escaped($0))" as TerminalText }.joined(separator: "\n")
    return start
      + "><failure type=\"\(refusal.refuser.rawValue)\" message=\"\(Self.escaped(refusal.message))\">"
      + body + "</failure></testcase>\n"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      .replacing("\"", with: "&quot;")
  }
}
