import GoPatch
import JSONText
import Pipeline
import PodAPI

/// A table of remedies as JSON: every source by itself.
struct RemedyTableJSON {
  let table: RemedyTable

  var text: String {
    JSONWriter.text(
      .mapping([
        .init("remedies", .list(table.remedies.map(remedy))),
        .init("sources", .list(table.sources.map(source))),
      ]))
  }

  private func remedy(_ rule: RemedyRule) -> PlainValue {
    .mapping([
      .init("name", .string(rule.name)), .init("title", .string(rule.title)),
      .init("optIn", .bool(rule.isOptIn)),
      .init("modelled", .bool(rule.isModelled)),
    ])
  }

  private func source(_ source: RemedyTable.Source) -> PlainValue {
    .mapping([
      .init("name", .string(source.name)),
      .init("remedies", .list(source.reports.map(report))),
    ])
  }

  private func report(_ report: RemedyReport) -> PlainValue {
    var entries: [PlainValue.Entry] = [
      .init("name", .string(report.name)), .init("state", .string(report.state.rawValue)),
    ]
    if !report.reason.isEmpty { entries.append(.init("reason", .string(report.reason))) }
    if !report.needs.isEmpty {
      entries.append(.init("needsOneOf", .list(report.needs.map { .string($0) })))
    }
    if !report.places.isEmpty {
      entries.append(.init("places", .list(report.places.map(place))))
    }
    return .mapping(entries)
  }

  private func place(_ place: RemedyPlace) -> PlainValue {
    var entries: [PlainValue.Entry] = [.init("path", .string(place.path))]
    if !place.scope.isEmpty { entries.append(.init("scope", .string(place.scope))) }
    if let line = place.line {
      entries.append(.init("line", .integer(Int64(line))))
      entries.append(.init("text", .string(place.lineText)))
    }
    entries.append(.init("pattern", .string(place.patternText)))
    entries.append(.init("ruleLine", .integer(Int64(place.ruleLine))))
    return .mapping(entries)
  }
}
