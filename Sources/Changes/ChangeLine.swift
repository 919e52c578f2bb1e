import Values

/// A change as a reader thinks of it: the same field with the same values, in however many containers
/// and templates.
public struct ChangeLine: Sendable {
  /// The changes, which have the same meaning.
  public let changes: [Change]
  /// The field that changed, without the container that it is in.
  public let subject: ChangePath
  /// The containers of templates that it is in, in byte order; none where it is in no container.
  public let containers: [String]
  /// The templates that it reaches, in byte order.
  public let templates: [String]
  /// The profiles of these, in byte order.
  public let profiles: [String]
  /// The clusters that it reaches, each with its namespaces in byte order.
  public let reach: [Change.Reach]

  /// One of the changes, for all that they have in common.
  public var first: Change { changes[0] }

  /// A pod in which it shows.
  public var witness: Change.Witness? { changes.lazy.compactMap(\.witness).first }

  /// The number of namespaces that it reaches.
  public var namespaceCount: Int { reach.reduce(0) { $0 + $1.namespaces.count } }
}

extension ChangeReport {
  /// The changes with those together that are one to a reader, the most serious first.
  public var lines: [ChangeLine] {
    var order: [ChangeLineKey] = []
    var groups: [ChangeLineKey: [Change]] = [:]
    for change in changes {
      let key = ChangeLineKey(change)
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(change)
    }
    return order.compactMap { key in groups[key].map { ChangeLine($0, subject: key.subject) } }
  }
}

private struct ChangeLineKey: Hashable {
  let kind: Change.Kind
  let subject: ChangePath
  let before: PlainValue?
  let after: PlainValue?
  let isMove: Bool
  let meaning: Meaning
  let effect: Change.Effect

  init(_ change: Change) {
    kind = change.kind
    subject = change.kind == .field ? change.field ?? change.path : change.path
    before = change.before
    after = change.after
    isMove = change.isMove
    meaning = change.meaning
    effect = change.effect
  }
}

extension ChangeLine {
  fileprivate init(_ changes: [Change], subject: ChangePath) {
    self.changes = changes
    self.subject = subject
    containers = TextSet(changes.compactMap { TemplateField.container(of: $0.path) }).sorted()
    templates = TextSet(changes.flatMap(\.templates)).sorted()
    profiles = TextSet(changes.flatMap(\.profiles)).sorted()
    var order: [String] = []
    var namespaces: TextMap<[[String]]> = [:]
    for reach in changes.flatMap(\.reach) {
      if namespaces[reach.cluster]?.isEmpty ?? true { order.append(reach.cluster) }
      // The same namespaces are mostly those of the change before.
      let isKnown = namespaces[reach.cluster]?.contains { known in
        known.count == reach.namespaces.count
          && zip(known, reach.namespaces).allSatisfy { $0 == $1 }
      }
      if isKnown != true {
        namespaces[reach.cluster, default: []].append(reach.namespaces)
      }
    }
    reach = order.map { cluster in
      let lists = namespaces[cluster] ?? []
      let names = lists.count == 1 ? lists[0] : TextSet(lists.flatMap { $0 }).sorted()
      return Change.Reach(cluster: cluster, namespaces: names)
    }
  }
}
