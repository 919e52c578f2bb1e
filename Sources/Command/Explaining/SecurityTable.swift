import Diagnostics
import Flyte
import Judgment
import Pipeline
import PodAPI

/// The fields that decide what Pod Security says, with their values and where these come from.
struct SecurityTable {
  let explanation: Explanation
  let words: OriginWords

  private struct Row {
    let field: TerminalText
    let value: TerminalText
    let from: TerminalText
  }

  var text: TerminalText {
    let groups = groups
    let rows = groups.flatMap(\.rows)
    let fieldWidth = rows.map(\.field.width).max() ?? 0
    let valueWidth = min(rows.map(\.value.width).max() ?? 0, 40)
    return groups.map { group in
      group.title + "\n"
        + group.rows.map { row in
          "  " + row.field.padded(to: fieldWidth) + "  " + row.value.padded(to: valueWidth) + "  "
            + row.from + "\n"
        }.joined()
    }.joined()
  }

  /// The pod, the task's own container, other containers, init containers.
  private var groups: [(title: TerminalText, rows: [Row])] {
    var parts: [PodPart] = []
    for field in explanation.security where !parts.contains(field.path.part) {
      parts.append(field.path.part)
    }
    func rank(_ part: PodPart) -> Int {
      switch part {
      case .metadata, .spec: 0
      case .container(let name): name.text == explanation.pod.pod?.primaryContainer ? 1 : 2
      case .initContainer: 3
      }
    }
    return parts.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    .map { _, part in
      (title(of: part), explanation.security.filter { $0.path.part == part }.map(row))
    }
  }

  private func title(of part: PodPart) -> TerminalText {
    switch part {
    case .metadata, .spec: "pod"
    case .container(let name):
      name.text == explanation.pod.pod?.primaryContainer
        ? "container '\(name.text)', the task's own" : "container '\(name.text)'"
    case .initContainer(let name): "init container '\(name.text)'"
    }
  }

  private func row(_ field: FieldOrigin) -> Row {
    let lost = field.lost.filter { $0.value != field.value }.count
    let others = lost == 0 ? "" : "; \(lost.counted("other value")) lost"
    return Row(
      field: "\(field.path.words)", value: "\(OriginWords.value(field.value))",
      from: "\(words.makers(of: field, beside: explanation.fields))\(others)")
  }
}
