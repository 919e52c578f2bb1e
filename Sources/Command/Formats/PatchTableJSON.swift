import Diagnostics
import GoPatch
import JSONText
import Patching
import Pipeline
import PodAPI
import Values

/// A table of patches as JSON: every source by itself.
struct PatchTableJSON {
  let table: PatchTable

  var text: TerminalText { TerminalText(escaped: JSONWriter.text(value)) }

  private var value: PlainValue {
    .mapping([
      .init("patches", .list(table.patches.map(patch))),
      .init("sources", .list(table.sources.map(source))),
    ])
  }

  private func patch(_ rule: PatchRule) -> PlainValue {
    .mapping([
      .init("name", .string(rule.name)), .init("title", .string(rule.title)),
      .init("optIn", .bool(rule.isOptIn)),
      .init("modeled", .bool(rule.isModeled)),
    ])
  }

  private func source(_ source: PatchTable.Source) -> PlainValue {
    .mapping([
      .init("name", .string(source.name)),
      .init("patches", .list(source.reports.map(report))),
    ])
  }

  private func report(_ report: PatchReport) -> PlainValue {
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

  private func place(_ place: PatchLocation) -> PlainValue {
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
