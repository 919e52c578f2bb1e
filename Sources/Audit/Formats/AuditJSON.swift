import Diagnostics
import Flyte
import Reports
import Values

/// A report as JSON, by docs/audit.schema.json.
struct AuditJSON {
  let report: AuditReport
  /// True if the security fields of all pods are in it.
  var hasPodFields = false

  var text: TerminalText { ReportJSON.text("audit", version: 1, entries) }

  var value: PlainValue { ReportJSON.value("audit", version: 1, entries) }

  private var entries: [PlainValue.Entry] {
    [.init("clusters", .list(report.clusters.map(cluster)))]
      + (report.running.map { [.init("runningPods", running($0))] } ?? [])
  }

  private func running(_ pods: RunningPods) -> PlainValue {
    .mapping([
      .init("claim", .string(pods.claim)), .init("pods", number(pods.pods)),
      .init("skipped", number(pods.skipped)),
      .init(
        "notModeled",
        .list(
          pods.notModeled.map {
            .mapping([.init("plugin", .string($0.plugin)), .init("pods", number($0.pods))])
          })),
      .init("groups", .list(pods.groups.map(group))),
    ])
  }

  private func group(_ group: RunningPods.Group) -> PlainValue {
    .mapping([
      .init("template", text(group.template)), .init("expected", text(group.expected)),
      .init("verdict", .string(group.verdict.rawValue)), .init("message", .string(group.message)),
      .init("finding", .bool(group.isFinding)), .init("pods", number(group.pods)),
      .init("namespaces", number(group.namespaces)), .init("example", .string(group.example)),
      .init("differences", .list(group.differences.map(difference))),
    ])
  }

  private func difference(_ difference: RunningPods.Difference) -> PlainValue {
    .mapping([
      .init("container", text(difference.container)), .init("field", .string(difference.field)),
      .init("value", text(difference.value)), .init("expected", text(difference.expected)),
      .init("maker", .string(difference.maker.rawValue)),
    ])
  }

  private func cluster(_ cluster: AuditedCluster) -> PlainValue {
    let podFields: [PlainValue.Entry] =
      hasPodFields ? [.init("podFields", .list(cluster.podFields.map(fields)))] : []
    return .mapping(entries(cluster) + podFields)
  }

  private func entries(_ cluster: AuditedCluster) -> [PlainValue.Entry] {
    [
      .init("name", .string(cluster.name)), .init("flyte", .string(cluster.flyte)),
      .init("release", .string(cluster.release)),
      .init("kubernetes", .string(cluster.kubernetes)),
      .init("deployedPatches", texts(cluster.deployedPatches)),
      .init("plannedPatches", texts(cluster.plannedPatches)),
      .init("namespaces", number(cluster.namespaces)), .init("tasks", texts(cluster.tasks)),
      .init("pods", number(cluster.pods)), .init("refusedPods", number(cluster.refusedPods)),
      .init("acceptedPods", number(cluster.acceptedPods)),
      .init("refusedPodsWhenPlanned", number(cluster.refusedPlannedPods)),
      .init("refusedPodsWithPolicies", cluster.refusedGovernedPods.map(number) ?? .null),
      .init("rows", .list(cluster.rows.map(row))),
      .init("refusals", .list(cluster.refusals.map(refusal))),
      .init("findings", .list(cluster.findings.map(finding))),
      .init("actions", .list(cluster.actions.map(action))),
      .init("roles", .list(cluster.roles.map(role))),
      .init("plugins", .list(cluster.plugins.map(plugin))),
      .init("notCovered", texts(cluster.notCovered.map(\.pods))),
    ]
  }

  private func fields(_ row: AuditedPodFields) -> PlainValue {
    .mapping(
      [
        .init("tasks", texts(row.tasks)), .init("role", .string(row.fields.role)),
        .init("templates", texts(row.templates)), .init("namespaces", number(row.namespaces)),
      ] + idsOf(row.idsOf) + [
        .init("pod", row.fields.pod), .init("containers", .list(row.fields.containers)),
      ])
  }

  /// Only OpenShift gives each namespace ids of its own.
  private func idsOf(_ namespace: String?) -> [PlainValue.Entry] {
    namespace.map { [.init("idsOf", .string($0))] } ?? []
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
      .init("accepted", .bool(cell.isAccepted)),
    ])
  }

  private func refusal(_ refusal: AuditRefusal) -> PlainValue {
    .mapping(
      [
        .init("number", number(refusal.number)),
        .init("refuser", .string(refusal.refuser.rawValue)),
        .init("message", .string(refusal.message)),
      ] + idsOf(refusal.idsOf) + [
        .init("tasks", texts(refusal.tasks)), .init("templates", texts(refusal.templates)),
        .init("namespaces", number(refusal.namespaces)), .init("pods", number(refusal.pods)),
        .init("now", .bool(refusal.isNow)),
        .init("endsWithPlanned", .bool(refusal.endsWithPlanned)),
        .init("causes", .list(refusal.causes.map(cause))),
        .init("seen", text(refusal.seen?.rawValue)), .init("fix", fix(refusal)),
        .init("place", refusal.place.map(place) ?? .null),
        .init("acceptance", acceptance(refusal.acceptance)),
      ])
  }

  private func acceptance(_ acceptance: AuditAcceptance?) -> PlainValue {
    guard let acceptance else { return .null }
    return .mapping([
      .init("reason", .string(acceptance.reason)), .init("until", text(acceptance.until?.text)),
      .init("place", acceptance.place.map(place) ?? .null),
    ])
  }

  private func cause(_ cause: AuditCause) -> PlainValue {
    .mapping([
      .init("container", text(cause.container)), .init("role", .string(cause.role)),
      .init("fields", texts(cause.fields)), .init("kind", .string(cause.kind.rawValue)),
      .init("words", .string(cause.words)),
      .init("place", cause.place.map(place) ?? .null),
    ])
  }

  private func place(_ place: ReportPlace) -> PlainValue {
    .mapping([
      .init("path", .string(place.path)), .init("line", number(place.line)),
      .init("column", number(place.column)),
    ])
  }

  private func finding(_ finding: AuditFinding) -> PlainValue {
    .mapping([
      .init("kind", .string(finding.kind.rawValue)),
      .init("severity", .string(finding.severity.rawValue)),
      .init("words", .string(finding.words)), .init("fix", .string(finding.fix)),
      .init("containers", texts(finding.containers)),
      .init("templates", texts(finding.templates)),
      .init("namespaces", number(finding.namespaces)),
      .init("place", finding.place.map(place) ?? .null),
      .init("places", .list(finding.places.map(place))),
      .init("acceptance", acceptance(finding.acceptance)),
    ])
  }

  private func fix(_ refusal: AuditRefusal) -> PlainValue {
    let fix = refusal.fix
    return .mapping([
      .init("proof", .string(fix.proof.rawValue)),
      .init("applicability", .string(refusal.applicability.rawValue)),
      .init("words", .string(fix.words)), .init("steps", .list(fix.steps.map(step))),
      .init("otherwise", .list(fix.otherwise.map(step))),
      .init("withPolicy", .list(fix.governed.map(step))),
      .init("edits", .list(fix.edits.map(edit))),
    ])
  }

  private func edit(_ edit: AuditEdit) -> PlainValue {
    .mapping([
      .init("place", place(edit.place)), .init("length", number(edit.length)),
      .init("text", .string(edit.text)),
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

  private func role(_ row: AuditedRole) -> PlainValue {
    .mapping([
      .init("task", .string(row.task)), .init("role", .string(row.role)),
      .init("operator", .string(row.runner)), .init("wasRun", .bool(row.wasRun)),
      .init("admitted", .integer(Int64(row.admitted))),
      .init("total", .integer(Int64(row.total))),
    ])
  }

  private func plugin(_ fact: PluginFact) -> PlainValue {
    .mapping([
      .init("plugin", .string(fact.plugin.rawValue)), .init("pods", .string(fact.pods)),
      .init("modeled", .bool(false)), .init("verdict", .string(fact.verdict.rawValue)),
      .init("why", .string(fact.why)), .init("fix", text(fact.fix)),
      .init("proof", .string(fact.proof.rawValue)),
    ])
  }

  private func number(_ number: Int) -> PlainValue { .integer(Int64(number)) }
  private func text(_ text: String?) -> PlainValue { text.map { .string($0) } ?? .null }
  private func texts(_ texts: [String]) -> PlainValue { .list(texts.map { .string($0) }) }
}
