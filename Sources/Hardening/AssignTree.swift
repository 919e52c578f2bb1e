import Model
import Values

/// The lines of `assign` as plain values, for the setup file.
struct AssignTree {
  let lines: [AssignLine]

  var tree: OriginTree {
    OriginTree(.list(lines.map(line)), origin: .tool)
  }

  private func line(_ line: AssignLine) -> OriginTree {
    var values: TextMap<OriginTree> = [:]
    for selector in line.selectors { values[selector.key] = list(selector.values) }
    if !line.profiles.isEmpty { values["profile"] = list(line.profiles) }
    if !line.templates.isEmpty {
      values["templates"] = .mapping(
        TextMap(uniqueKeysWithValues: line.templates.map { ($0.name, list($0.profiles)) }))
    }
    return .mapping(values)
  }

  private func list(_ texts: [String]) -> OriginTree {
    OriginTree(.list(texts.map(OriginTree.string)), origin: .tool)
  }
}
