import Diagnostics
import GoPatch
import Patching
import Pipeline

/// A table of patches as text: a column for each run of sources that stand alike.
struct PatchTableText {
  let table: PatchTable
  let colors: Bool

  /// The columns that a line may have; more groups go into a table of their own.
  private static let width = 110

  var text: TerminalText {
    let usual = table.patches.indices.filter { !table.patches[$0].isOptIn }
    let optional = table.patches.indices.filter { table.patches[$0].isOptIn }
    var text: TerminalText = ""
    if !usual.isEmpty { text += section(usual) }
    if !optional.isEmpty { text += "only on request\n" + section(optional) }
    return text + faults + closingLine
  }

  private func section(_ places: [Int]) -> TerminalText {
    guard table.sources.count > 1 else { return list(places) + "\n" }
    let names: [TerminalText] = ["", "", ""] + places.map { "\(table.patches[$0].name)" }
    let left = (names.map(\.width).max() ?? 0) + 2
    let columns = table.groups(of: places).map(Column.init)
    var text: TerminalText = ""
    var rest = columns[...]
    while !rest.isEmpty {
      var taken: [Column] = []
      var used = left
      while let next = rest.first, taken.isEmpty || used + next.width <= Self.width {
        taken.append(next)
        used += next.width
        rest.removeFirst()
      }
      for (row, name) in names.enumerated() {
        let cells = taken.map { $0.cell(row, painted: colors) }
        text += (name.padded(to: left) + cells.joined()).withoutTrailingBlanks + "\n"
      }
      text += "\n"
    }
    return text
  }

  /// One source: a line for each patch, with the reason.
  private func list(_ places: [Int]) -> TerminalText {
    let names = table.patches.map { "\($0.name)" as TerminalText }
    let width = (names.map(\.width).max() ?? 0) + 2
    return table.sources.map { source in
      places.map { place -> TerminalText in
        let report = source.reports[place]
        let state: TerminalText = "\(report.state.words)"
        let isFault = report.state.isFault
        let line: TerminalText =
          names[place].padded(to: width)
          + state.padded(to: isFault ? 0 : 12).painted(colors ? report.state.colorCode : nil)
          + "\(isFault ? "" : report.reason)"
        return line.withoutTrailingBlanks + "\n"
      }.joined()
    }.joined()
  }

  private var faults: TerminalText {
    table.faults.map { source, report -> TerminalText in
      var text: TerminalText =
        "\(source): \(report.name): \(report.state.words): \(report.reason)\n"
      for place in report.places {
        text += "    \(place.path)\(place.line.map { ":\($0)" } ?? "")"
        text += place.scope.isEmpty ? "\n" : ": \(place.scope)\n"
        if !place.patternText.isEmpty { text += "    looked for: \(place.patternText)\n" }
        if place.line != nil { text += "    nearest:    \(place.lineText.trimmedBlanks)\n" }
      }
      return text + "\n"
    }.joined()
  }

  private var closingLine: TerminalText {
    let count = table.sources.count
    let faults = table.faults.count
    return "\(count) \(count == 1 ? "source" : "sources"), "
      + (faults == 0
        ? "0 conflicts: each patch can be made, is already applied, or is not needed\n"
        : "\(faults) \(faults == 1 ? "patch" : "patches") cannot be made\n")
  }
}

/// The sources that stand alike: the first, the last, how many, and how each patch stands.
private struct Column {
  private let head: [TerminalText]
  private let states: [PatchState]

  init(_ group: PatchTable.Group) {
    let first = group.names.first ?? ""
    let last = group.names.last ?? ""
    head = ["\(first)", group.names.count > 1 ? "… \(last)" : "", "(\(group.names.count))"]
    states = group.states
  }

  var width: Int { ((head + states.map { "\($0.words)" }).map(\.width).max() ?? 0) + 2 }

  func cell(_ row: Int, painted: Bool) -> TerminalText {
    guard row >= head.count else { return head[row].padded(to: width) }
    let state = states[row - head.count]
    return ("\(state.words)" as TerminalText).padded(to: width)
      .painted(painted ? state.colorCode : nil)
  }
}

extension PatchState {
  /// In words, as a table shows it.
  var words: String { self == .notNeeded ? "not needed" : rawValue }

  /// Yellow for what a patch can close, green for what is closed, red for what neither is.
  var colorCode: StaticString {
    switch self {
    case .applies: "33"
    case .applied, .notNeeded: "32"
    case .missing, .conflict, .unverified: "31"
    }
  }
}

extension String {
  fileprivate var trimmedBlanks: String {
    String(drop { $0 == " " || $0 == "\t" })
  }
}
