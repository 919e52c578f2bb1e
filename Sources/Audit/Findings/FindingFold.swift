import Deployments
import Values

/// Makes equal findings one: first those of several containers of a template, then those of several
/// templates and namespaces.
enum FindingFold {
  private struct Key: Hashable {
    @Bytewise var words: String
    @Bytewise var fix: String
    let place: AuditPlace?
    var containers: [ByteText] = []
  }

  static func fold(_ findings: [Finding], of kind: FindingKind) -> [AuditFinding] {
    var keys: [Key] = []
    var lines: [[FindingContext.Line]] = []
    var positions: [Key: Int] = [:]
    for (key, line) in containersTogether(findings) {
      let position = positions[key] ?? keys.count
      if position == keys.count {
        positions[key] = position
        keys.append(key)
        lines.append([])
      }
      if let line { lines[position].append(line) }
    }
    return zip(keys, lines).map { key, lines in
      AuditFinding(
        kind: kind, words: key.words, fix: key.fix, containers: key.containers.map(\.text),
        templates: TextSet(lines.compactMap { $0.template?.name }).sorted(),
        namespaces: TextSet(lines.flatMap(\.namespaces)).count, place: key.place)
    }
  }

  private static func containersTogether(
    _ findings: [Finding]
  ) -> [(key: Key, line: FindingContext.Line?)] {
    struct Place: Hashable {
      let key: Key
      let line: PodPlace?
    }
    var found: [(key: Key, line: FindingContext.Line?)] = []
    var positions: [Place: Int] = [:]
    for finding in findings {
      let key = Key(words: finding.words, fix: finding.fix, place: finding.place)
      let place = Place(key: key, line: finding.line?.place)
      let position = positions[place] ?? found.count
      if position == found.count {
        positions[place] = position
        found.append((key, finding.line))
      }
      if let container = finding.container.map({ ByteText($0) }),
        !found[position].key.containers.contains(container)
      {
        found[position].key.containers.append(container)
      }
    }
    return found
  }
}
