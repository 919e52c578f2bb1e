import Compare
import Diagnostics
import Reports
import Values

/// Drift as JSON, by docs/verify.schema.json.
struct DriftJSON {
  let report: DriftReport

  var text: TerminalText { ReportJSON.text(value) }

  var value: PlainValue {
    ReportJSON.value(
      "verify", version: 1,
      [
        .init("output", .string(report.output)), .init("upToDate", .bool(report.isUpToDate)),
        .init("files", files),
        .init("notChecked", .list(report.uncertain.map { .string($0.path) })),
        .init(
          "commands",
          .list(
            report.commands.map {
              .mapping([
                .init("purpose", .string($0.purpose)), .init("command", .string($0.line)),
              ])
            })),
      ])
  }

  /// The files, each with its fix.
  var files: PlainValue {
    .list(
      report.drift.map {
        .mapping([
          .init("path", .string($0.path)), .init("kind", .string($0.kind.key)),
          .init("fix", .string(report.fix($0.kind))),
        ])
      })
  }
}

extension Drift.Kind {
  /// Its name in a schema.
  var key: String {
    switch self {
    case .missing: "missing"
    case .changed: "changed"
    case .lineEnds: "line-ends"
    case .edited: "edited"
    case .stale: "stale"
    case .editedStale: "edited-stale"
    case .unfinished: "unfinished"
    case .inTheWay: "in-the-way"
    case .ofAnother: "of-another-cluster"
    case .obstructed: "obstructed"
    case .foreign: "foreign"
    case .outdated: "outdated"
    case .untracked: "untracked"
    case .ignored: "ignored"
    case .uncertain: "uncertain"
    }
  }
}
