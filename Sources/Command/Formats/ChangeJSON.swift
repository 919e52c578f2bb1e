import Changes
import Diagnostics
import Reports
import Values

/// Changes and their meanings as JSON, by docs/changes.schema.json.
struct ChangeJSON {
  let report: ChangeReport

  var text: TerminalText { ReportJSON.text(value) }

  var value: PlainValue {
    ReportJSON.value(
      "changes", version: 1,
      [
        .init("before", .string(report.before)), .init("after", .string(report.after)),
        .init("counts", counts),
        .init("changes", .list(report.changes.map(change))),
        .init("admissions", .list(report.admissions.map(admission))),
      ])
  }

  private var counts: PlainValue {
    .mapping(
      Meaning.allCases.map { .init($0.rawValue, .integer(Int64(report.count($0)))) })
  }

  private func change(_ change: Change) -> PlainValue {
    .mapping([
      .init("kind", .string(change.kind.rawValue)),
      .init("path", .string(change.path.description)),
      .init("before", change.before ?? .null), .init("after", change.after ?? .null),
      .init("moved", .bool(change.isMove)),
      .init("meaning", .string(change.meaning.rawValue)),
      .init("asWritten", .string(change.stated.rawValue)),
      .init("effect", .string(effect(change.effect))),
      .init("templates", .list(change.templates.map { .string($0) })),
      .init("profiles", .list(change.profiles.map { .string($0) })),
      .init(
        "reach",
        .list(
          change.reach.map { reach in
            .mapping([
              .init("cluster", .string(reach.cluster)),
              .init("namespaces", .list(reach.namespaces.map { .string($0) })),
            ])
          })),
      .init("origin", change.origin?.span.map(place) ?? .null),
      .init("witness", change.witness.map(witness) ?? .null),
    ])
  }

  private func effect(_ effect: Change.Effect) -> String {
    switch effect {
    case .shown: "shown"
    case .hidden: "hidden"
    case .cancelled: "cancelled"
    case .none: "none"
    }
  }

  private func place(_ span: Span) -> PlainValue {
    .mapping([
      .init("path", .string(span.file.path)), .init("line", .integer(Int64(span.line))),
      .init("column", .integer(Int64(span.column))),
    ])
  }

  private func witness(_ witness: Change.Witness) -> PlainValue {
    func text(_ value: String?) -> PlainValue { value.map { .string($0) } ?? .null }
    return .mapping([
      .init("cluster", .string(witness.cluster)), .init("namespace", text(witness.namespace)),
      .init("template", text(witness.template)), .init("task", .string(witness.task)),
      .init("container", text(witness.container)), .init("field", .string(witness.field)),
      .init("before", witness.before ?? .null), .init("after", witness.after ?? .null),
    ])
  }

  private func admission(_ admission: ChangeReport.Admission) -> PlainValue {
    .mapping([
      .init("cluster", .string(admission.cluster)),
      .init("template", .string(admission.template)), .init("task", .string(admission.task)),
      .init("admitted", .bool(admission.isAdmitted)),
      .init("namespaces", .list(admission.namespaces.map { .string($0) })),
    ])
  }
}
