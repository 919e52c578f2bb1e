public import Diagnostics

extension ImageList {
  /// A list for people.
  public var text: TerminalText {
    var text: TerminalText =
      "\(cluster): images that run in the namespaces of tasks, Flyte \(flyte)"
    text += operators.isEmpty ? "\n" : ", \(operators.listed)\n"
    let lines = rows.flatMap { row in
      row.uses.enumerated().map { index, use -> [TerminalText] in
        [
          index == 0 ? "\(row.image)" : "", "\(use.by)", "\(use.container)",
          "\(use.tasks.joined(separator: ", "))",
        ]
      }
    }
    let all = [["image", "added by", "container", "tasks"] as [TerminalText]] + lines
    let widths = (0..<3).map { column in all.map { $0[column].width }.max() ?? 0 }
    for line in all {
      text +=
        "  " + (0..<3).map { line[$0].padded(to: widths[$0]) + "  " }.joined() + line[3] + "\n"
    }
    if rows.contains(where: { $0.kind == .task }) {
      text += "  the task's own image: that of each task of your users, which is not known here\n"
    }
    if !missing.isEmpty {
      text +=
        "  not listed: \(missing.joined(separator: "; "))\n"
    }
    return text
  }
}
