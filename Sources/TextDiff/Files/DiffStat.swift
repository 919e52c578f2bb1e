/// The overview of changed files in a mail patch, as git lays it out for mails (72 columns).
public struct DiffStat {
  private struct Row {
    let path: String
    let added: Int
    let removed: Int
    var total: Int { added + removed }
  }

  private let rows: [Row]
  /// A line for each file that comes or goes.
  private let modes: String
  private let columns = 72

  /// The overview of some files.
  public init(_ diffs: [GitFileDiff]) {
    rows = diffs.map {
      Row(
        path: GitPath($0.change.path).text, added: $0.lineDiff.addedLineCount,
        removed: $0.lineDiff.removedLineCount)
    }
    modes = diffs.map { diff in
      let path = GitPath(diff.change.path).text
      if diff.change.old == nil { return " create mode \(diff.change.mode) \(path)\n" }
      return diff.change.new == nil ? " delete mode \(diff.change.mode) \(path)\n" : ""
    }.joined()
  }

  /// Its text: a line a file, and the sum.
  public func render() -> String {
    let most = rows.map(\.total).max() ?? 0
    let numberWidth = String(most).utf8.count
    let (nameWidth, graphWidth) = widths(most: most, numberWidth: numberWidth)
    var text = ""
    for row in rows {
      let name = Self.shortened(row.path, to: nameWidth)
      let number = String(row.total)
      text += " \(name)\(blanks(nameWidth - name.utf8.count))"
      text += " | \(blanks(numberWidth - number.utf8.count))\(number)"
      text += row.total == 0 ? "\n" : " \(Self.graph(row, width: graphWidth, most: most))\n"
    }
    return text + totals() + modes
  }

  /// Names get what the graph leaves over, and the graph no more than three eighths of the line
  /// when both are long.
  private func widths(most: Int, numberWidth: Int) -> (name: Int, graph: Int) {
    var name = rows.map(\.path.utf8.count).max() ?? 0
    var graph = most
    let available = columns - numberWidth - 6
    if name + graph > available {
      graph = min(graph, max(6, columns * 3 / 8 - numberWidth - 6))
      if name > available - graph { name = available - graph } else { graph = available - name }
    }
    return (name, graph)
  }

  /// Long paths lose their beginning, up to a slash where one is left.
  private static func shortened(_ path: String, to width: Int) -> String {
    if path.utf8.count <= width { return path }
    let end = path.utf8.suffix(max(0, width - 3))
    let fromSlash = end.drop { $0 != UInt8(ascii: "/") }
    return "..." + String(decoding: fromSlash.isEmpty ? end : fromSlash, as: UTF8.self)
  }

  private static func graph(_ row: Row, width: Int, most: Int) -> String {
    var (added, removed) = (row.added, row.removed)
    if width <= most {
      func scaled(_ count: Int) -> Int { count == 0 ? 0 : 1 + count * (width - 1) / most }
      // One line of each kind shows as one sign of each kind.
      let total = max(scaled(row.total), added > 0 && removed > 0 ? 2 : 0)
      if added < removed {
        added = scaled(added)
        removed = total - added
      } else {
        removed = scaled(removed)
        added = total - removed
      }
    }
    return String(repeating: "+", count: added) + String(repeating: "-", count: removed)
  }

  private func totals() -> String {
    let added = rows.reduce(0) { $0 + $1.added }
    let removed = rows.reduce(0) { $0 + $1.removed }
    var text = " \(rows.count) file\(rows.count == 1 ? "" : "s") changed"
    if added > 0 || removed == 0 { text += ", \(added) insertion\(added == 1 ? "" : "s")(+)" }
    if removed > 0 || added == 0 { text += ", \(removed) deletion\(removed == 1 ? "" : "s")(-)" }
    return text + "\n"
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}
