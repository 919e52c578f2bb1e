import Diagnostics
import Values

/// Finds values that no template of the chart looks at: those of another chart, and misspelled keys.
struct ValuesKeyCheck {
  let chart: String
  let layout: ChartLayout
  /// The strings of all files that look at values.
  private let actions: [String]

  init(chart: String, layout: ChartLayout, values: OriginTree) {
    self.chart = chart
    self.layout = layout
    actions = Self.actions(in: values)
  }

  private static func actions(in tree: OriginTree) -> [String] {
    switch tree.content {
    case .string(let text): text.contains("{{") && text.contains(".Values.") ? [text] : []
    case .list(let items): items.flatMap(actions)
    case .mapping(let entries): entries.flatMap { actions(in: $0.value) }
    case .null, .bool, .integer, .double: []
    }
  }

  /// True if another value uses what is below a key: people keep what they repeat at the top.
  private func isUsed(_ key: String) -> Bool {
    actions.contains { $0.contains(".Values.\(key).") || $0.contains(".Values.\(key) ") }
  }

  /// Looks at the values of one file.
  func run(_ file: OriginTree, into diagnostics: inout DiagnosticList) {
    for (path, names) in layout.keys {
      let entries = file[path: path]?.entries ?? []
      let unknown = entries.filter {
        !names.contains($0.key) && !(path.isEmpty && isUsed($0.key))
      }
      guard path.isEmpty else {
        for entry in unknown { report(entry, path, names, into: &diagnostics) }
        continue
      }
      let others = ChartKeys.top.filter { $0.chart != chart }.map { other in
        (chart: other.chart, entries: unknown.filter { other.names.contains($0.key) })
      }
      // The one that has most of them.
      let other = others.max { $0.entries.count < $1.entries.count }
      if let other, let first = other.entries.first {
        let keys = other.entries.prefix(3).map { "'\($0.key)'" }
        let more = other.entries.count - keys.count
        let list = keys.joined(separator: ", ") + (more > 0 ? " and \(more) more" : "")
        diagnostics.warning(
          .valuesIgnored,
          "the chart \(chart) ignores \(list): these are values of the chart \(other.chart)",
          at: first.keyOrigin.span,
          hint: "name the chart \(other.chart) if it is installed, or remove them",
          fix: other.entries.count == 1 ? Fix(takingOut: first.keyOrigin.span, .likely) : nil)
      }
      let known = TextSet(other?.entries.map(\.key) ?? [])
      for entry in unknown where !known.contains(entry.key) {
        report(entry, path, names, into: &diagnostics)
      }
    }
  }

  private func report(
    _ entry: OriginTree.Entry, _ path: [String], _ names: TextSet,
    into diagnostics: inout DiagnosticList
  ) {
    let nearest = NearestName.of(entry.key, among: names.sorted())
    let place = path.isEmpty ? "" : " in '\(path.joined(separator: "."))'"
    diagnostics.warning(
      .valuesIgnored, "the chart \(chart) has no '\(entry.key)'\(place), and ignores it",
      at: entry.keyOrigin.span, hint: hint(entry.key, nearest, isTop: path.isEmpty),
      fix: nearest.map { Fix(replacing: entry.key, at: entry.keyOrigin.span, by: $0, .likely) }
        ?? Fix(takingOut: entry.keyOrigin.span, .likely))
  }

  private func hint(_ key: String, _ nearest: String?, isTop: Bool) -> String {
    if let nearest { return "did you mean '\(nearest)'?" }
    // Of a chart that contains it.
    if isTop, ChartKeys.top.contains(where: { $0.chart == key }) {
      return "pass what is below '\(key)' as a file of its own"
    }
    return "remove it"
  }
}
