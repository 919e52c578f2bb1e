import Diagnostics
import Reports
import Values

/// The files that would change, as JSON, by docs/diff.schema.json.
struct DifferenceJSON {
  let report: DifferenceReport

  var text: TerminalText {
    ReportJSON.text(
      "diff", version: 1,
      [
        .init("output", .string(report.output)),
        .init("files", .list(report.files.map(file))),
        .init("inTheWay", DriftJSON(report: report.stops).files),
      ])
  }

  private func file(_ file: DifferenceReport.File) -> PlainValue {
    .mapping([
      .init("path", .string(file.path)), .init("change", .string(file.kind.rawValue)),
      .init("addedLines", number(file.count?.added)),
      .init("removedLines", number(file.count?.removed)),
    ])
  }

  private func number(_ number: Int?) -> PlainValue {
    number.map { .integer(Int64($0)) } ?? .null
  }
}
