import Reports
import Values

/// Makes equal findings one: first those of several containers of a template, then those of several
/// templates and namespaces.
enum FindingFold {
  /// The number of places that are kept.
  private static let mostPlaces = 100

  private struct Key: Hashable {
    @Bytewise var words: String
    @Bytewise var fix: String
    var containers: [ByteText] = []
  }

  private struct Scoped: Hashable {
    let key: Key
    let scope: Int?
  }

  /// A finding with all that it is about.
  private struct Group {
    var key: Key
    var scopes: [FindingScope] = []
    var places: [ReportPlace] = []

    mutating func add(_ scopes: [FindingScope], _ places: [ReportPlace]) {
      self.scopes += scopes
      for place in places
      where self.places.count < FindingFold.mostPlaces && !self.places.contains(place) {
        self.places.append(place)
      }
    }
  }

  static func fold(
    _ findings: [Finding], of kind: FindingKind, _ acceptance: AuditAcceptance? = nil
  ) -> [AuditFinding] {
    var groups: [Group] = []
    var positions: [Key: Int] = [:]
    for group in containersTogether(findings) {
      let position = positions[group.key] ?? groups.count
      if position == groups.count {
        positions[group.key] = position
        groups.append(Group(key: group.key))
      }
      groups[position].add(group.scopes, group.places)
    }
    return groups.map { group in
      AuditFinding(
        kind: kind, words: group.key.words, fix: group.key.fix,
        containers: group.key.containers.map(\.text),
        templates: TextSet(group.scopes.flatMap(\.templates)).sorted(),
        namespaces: TextSet(group.scopes.flatMap(\.namespaces)).count, places: group.places,
        acceptance: acceptance)
    }
  }

  private static func containersTogether(_ findings: [Finding]) -> [Group] {
    var groups: [Group] = []
    var positions: [Scoped: Int] = [:]
    for finding in findings {
      let key = Key(words: finding.words, fix: finding.fix)
      let scoped = Scoped(key: key, scope: finding.scope?.number)
      let position = positions[scoped] ?? groups.count
      if position == groups.count {
        positions[scoped] = position
        groups.append(Group(key: key))
        groups[position].add([finding.scope].compactMap { $0 }, [])
      }
      groups[position].add([], [finding.place].compactMap { $0 })
      if let container = finding.container.map({ ByteText($0) }),
        !groups[position].key.containers.contains(container)
      {
        groups[position].key.containers.append(container)
      }
    }
    return groups
  }
}
