import GoPatch
import Pipeline

/// A table of patches as text: a column for each run of sources that stand alike.
struct PatchTableText {
  let table: PatchTable
  let colors: Bool

  /// How many columns of characters a line may have; more groups go into a table of their own.
  private static let width = 110

  var text: String {
    let usual = table.patches.indices.filter { !table.patches[$0].isOptIn }
    let optional = table.patches.indices.filter { table.patches[$0].isOptIn }
    var text = ""
    if !usual.isEmpty { text += section(usual) }
    if !optional.isEmpty { text += "only when asked for\n" + section(optional) }
    return text + faults + closingLine
  }

  private func section(_ places: [Int]) -> String {
    guard table.sources.count > 1 else { return list(places) + "\n" }
    let names = ["", "", ""] + places.map { table.patches[$0].name }
    let left = (names.map(\.count).max() ?? 0) + 2
    let columns = table.groups(of: places).map(Column.init)
    var text = ""
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
        text += trimmed(pad(name, left) + cells.joined()) + "\n"
      }
      text += "\n"
    }
    return text
  }

  /// One source: a line for each patch, with the reason.
  private func list(_ places: [Int]) -> String {
    let width = table.patches.map(\.name.count).max() ?? 0
    return table.sources.map { source in
      places.map { place in
        let report = source.reports[place]
        let state = pad(report.state.words, report.state.isFault ? 0 : 12)
        let reason = report.state.isFault ? "" : report.reason
        return trimmed(
          "\(pad(table.patches[place].name, width + 2))\(paint(report.state, state))\(reason)")
          + "\n"
      }.joined()
    }.joined()
  }

  private var faults: String {
    table.faults.map { source, report in
      var text = "\(source): \(report.name): \(report.state.words): \(report.reason)\n"
      for place in report.places {
        text += "    \(place.path)\(place.line.map { ":\($0)" } ?? "")"
        text += place.scope.isEmpty ? "\n" : ": \(place.scope)\n"
        if !place.patternText.isEmpty { text += "    looked for: \(place.patternText)\n" }
        if place.line != nil { text += "    nearest:    \(place.lineText.trimmedBlanks)\n" }
      }
      return text + "\n"
    }.joined()
  }

  private var closingLine: String {
    let count = table.sources.count
    let faults = table.faults.count
    return "\(count) \(count == 1 ? "source" : "sources"), "
      + (faults == 0
        ? "0 conflicts: each patch can be made, has been made, or is not needed\n"
        : "\(faults) \(faults == 1 ? "patch" : "patches") that cannot be made\n")
  }

  private func paint(_ state: PatchState, _ text: String) -> String {
    colors ? "\u{1B}[\(state.colorCode)m\(text)\u{1B}[0m" : text
  }

  private func pad(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  private func trimmed(_ line: String) -> String {
    var line = line
    while line.hasSuffix(" ") { line.removeLast() }
    return line
  }
}

/// The sources that stand alike: the first, the last, how many, and how each patch stands.
private struct Column {
  private let head: [String]
  private let states: [PatchState]

  init(_ group: PatchTable.Group) {
    let first = group.names.first ?? ""
    let last = group.names.last ?? ""
    head = [first, group.names.count > 1 ? "… \(last)" : "", "(\(group.names.count))"]
    states = group.states
  }

  var width: Int { ((head + states.map(\.words)).map(\.count).max() ?? 0) + 2 }

  func cell(_ row: Int, painted: Bool) -> String {
    guard row >= head.count else {
      return head[row] + String(repeating: " ", count: width - head[row].count)
    }
    let state = states[row - head.count]
    let text = state.words + String(repeating: " ", count: width - state.words.count)
    return painted ? "\u{1B}[\(state.colorCode)m\(text)\u{1B}[0m" : text
  }
}

extension PatchState {
  /// In words, as a table shows it.
  var words: String { self == .notNeeded ? "not needed" : rawValue }

  /// Yellow for what a patch can close, green for what is closed, red for what neither is.
  var colorCode: String {
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
