import Diagnostics
import Flyte
import Reports

/// A report as JUnit's XML: a suite for a cluster, a case for a template and a shape of task.
struct AuditJUnit {
  let report: AuditReport

  var text: TerminalText {
    JUnit(
      name: "flyte-harden audit",
      suites: report.clusters.map(suite) + [report.running.map(running)].compactMap { $0 }
    ).text
  }

  /// The running pods. They do not test the config: what is found in them is told, and does not fail.
  private func running(_ pods: RunningPods) -> JUnit.Suite {
    let groups = pods.groups.map { group in
      let words =
        ([group.reached, group.verdictWords(pods.claim)] + group.differences.map(\.words))
        .joined(separator: "; ")
      return JUnit.Case(group: "running pods", name: group.subject, .told(words))
    }
    let open = pods.notModeled.map {
      JUnit.Case(
        group: "not covered", name: "\($0.pods.counted("pod")) of \($0.plugin)",
        .skipped("not modeled"))
    }
    return JUnit.Suite(name: "running pods", cases: groups + open)
  }

  private func suite(_ cluster: AuditedCluster) -> JUnit.Suite {
    var cases = cluster.rows.flatMap { row in row.cells.map { cell($0, of: row, cluster) } }
    cases += cluster.findings.map { finding in
      JUnit.Case(
        group: "finding", name: finding.kind.rawValue,
        .told("\(finding.severity.rawValue): \(finding.sentence); fix: \(finding.fix)"))
    }
    // What is not modeled has not passed.
    cases += cluster.plugins.map { fact in
      JUnit.Case(
        group: "not modeled", name: "\(fact.plugin.rawValue): \(fact.pods)",
        .skipped("not modeled; \(fact.verdict.words): \(fact.sentence)"))
    }
    cases += cluster.notCovered.map {
      JUnit.Case(group: "not covered", name: $0.pods, .skipped("not modeled"))
    }
    return JUnit.Suite(name: cluster.title, cases: cases)
  }

  private func cell(_ cell: AuditCell, of row: AuditRow, _ cluster: AuditedCluster) -> JUnit.Case {
    let places =
      row.namespaces.isEmpty
      ? "any namespace" : row.namespaces.count.counted("namespace")
    let name =
      "\(cell.task) under \(row.templates.isEmpty ? "no PodTemplate" : row.templateWords), \(places)"
    let found = cell.refusal.flatMap { number in
      cluster.refusals.first { $0.number == number }
    }
    guard cell.now.isRefusal, let refusal = found else {
      return JUnit.Case(group: cluster.name, name: name, .passed)
    }
    if let acceptance = refusal.acceptance {
      return JUnit.Case(
        group: cluster.name, name: name, .skipped("refused, and accepted: \(acceptance.words)"))
    }
    let body =
      ["refused by \(refusal.refuserWords): \(refusal.messageWords)"]
      + refusal.sentences.map { "because \($0)" } + ["fix: \(refusal.fix.words)"]
    return JUnit.Case(
      group: cluster.name, name: name,
      .failed(kind: refusal.refuser.rawValue, message: refusal.message, body: body))
  }
}
