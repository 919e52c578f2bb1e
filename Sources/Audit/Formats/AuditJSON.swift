import Diagnostics
import Flyte
import JSONText
import Values

/// A report as JSON, by docs/audit.schema.json.
struct AuditJSON {
  /// What the schema is called; another form of the report gets another number.
  static let version = "flyte-harden/audit-v1"

  let report: AuditReport

  var text: TerminalText { TerminalText(escaped: JSONWriter.text(value)) }

  private var value: PlainValue {
    .mapping([
      .init("apiVersion", .string(Self.version)),
      .init("clusters", .list(report.clusters.map(cluster))),
    ])
  }

  private func cluster(_ cluster: AuditedCluster) -> PlainValue {
    .mapping([
      .init("name", .string(cluster.name)), .init("flyte", .string(cluster.flyte)),
      .init("release", .string(cluster.release)),
      .init("kubernetes", .string(cluster.kubernetes)),
      .init("deployedPatches", texts(cluster.deployedPatches)),
      .init("plannedPatches", texts(cluster.plannedPatches)),
      .init("namespaces", number(cluster.namespaces)), .init("tasks", texts(cluster.tasks)),
      .init("pods", number(cluster.pods)), .init("refusedPods", number(cluster.refusedPods)),
      .init("refusedPodsWhenPlanned", number(cluster.refusedPlannedPods)),
      .init("rows", .list(cluster.rows.map(row))),
      .init("refusals", .list(cluster.refusals.map(refusal))),
      .init("findings", .list(cluster.findings.map(finding))),
      .init("actions", .list(cluster.actions.map(action))),
      .init("notCovered", texts(cluster.notCovered.map(\.pods))),
    ])
  }

  private func row(_ row: AuditRow) -> PlainValue {
    .mapping([
      .init("templates", texts(row.templates)), .init("claim", text(row.claim)),
      .init("namespaces", texts(row.namespaces)), .init("cells", .list(row.cells.map(cell))),
    ])
  }

  private func cell(_ cell: AuditCell) -> PlainValue {
    .mapping([
      .init("task", .string(cell.task)), .init("now", .string(cell.now.rawValue)),
      .init("planned", .string(cell.planned.rawValue)),
      .init("withPolicies", text(cell.governed?.rawValue)),
      .init("refusal", cell.refusal.map(number) ?? .null),
    ])
  }

  private func refusal(_ refusal: AuditRefusal) -> PlainValue {
    .mapping([
      .init("number", number(refusal.number)), .init("refuser", .string(refusal.refuser.rawValue)),
      .init("message", .string(refusal.message)), .init("tasks", texts(refusal.tasks)),
      .init("templates", texts(refusal.templates)),
      .init("namespaces", number(refusal.namespaces)), .init("pods", number(refusal.pods)),
      .init("now", .bool(refusal.isNow)), .init("endsWithPlanned", .bool(refusal.endsWithPlanned)),
      .init("causes", .list(refusal.causes.map(cause))),
      .init("seen", text(refusal.seen?.rawValue)), .init("fix", fix(refusal.fix)),
    ])
  }

  private func cause(_ cause: AuditCause) -> PlainValue {
    .mapping([
      .init("container", text(cause.container)), .init("role", .string(cause.role)),
      .init("fields", texts(cause.fields)), .init("words", .string(cause.words)),
      .init("place", cause.place.map(place) ?? .null),
    ])
  }

  private func place(_ place: AuditPlace) -> PlainValue {
    .mapping([
      .init("path", .string(place.path)), .init("line", number(place.line)),
      .init("column", number(place.column)),
    ])
  }

  private func finding(_ finding: AuditFinding) -> PlainValue {
    .mapping([
      .init("kind", .string(finding.kind.rawValue)), .init("words", .string(finding.words)),
      .init("fix", .string(finding.fix)), .init("templates", texts(finding.templates)),
      .init("namespaces", number(finding.namespaces)),
    ])
  }

  private func fix(_ fix: AuditFix) -> PlainValue {
    .mapping([
      .init("proof", .string(fix.proof.rawValue)), .init("words", .string(fix.words)),
      .init("steps", .list(fix.steps.map(step))),
      .init("otherwise", .list(fix.otherwise.map(step))),
    ])
  }

  private func step(_ step: AuditStep) -> PlainValue {
    .mapping([
      .init("kind", .string(step.parts.kind)), .init("name", .string(step.parts.name)),
      .init("words", .string(step.words)),
    ])
  }

  private func action(_ action: AuditAction) -> PlainValue {
    .mapping([
      .init("words", .string(action.words)),
      .init("refusals", .list(action.refusals.map(number))), .init("pods", number(action.pods)),
    ])
  }

  private func number(_ number: Int) -> PlainValue { .integer(Int64(number)) }
  private func text(_ text: String?) -> PlainValue { text.map { .string($0) } ?? .null }
  private func texts(_ texts: [String]) -> PlainValue { .list(texts.map { .string($0) }) }
}
