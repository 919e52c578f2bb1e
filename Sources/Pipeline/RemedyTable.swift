public import GoPatch

/// How remedies stand to sources.
public struct RemedyTable: Sendable {
  /// Some sources, and how the remedies stand to them.
  public struct Source: Sendable {
    /// A release, a ref, a folder or a cluster.
    public let name: String
    /// One for each remedy of the table, in its order.
    public let reports: [RemedyReport]
  }

  /// Sources behind each other to which all remedies stand alike.
  public struct Group: Sendable {
    /// Their names, in order.
    public internal(set) var names: [String]
    /// One for each of the remedies that were asked for.
    public let states: [RemedyState]
  }

  /// The remedies, in the order their patches are made.
  public let remedies: [RemedyRule]
  /// The sources, in order.
  public let sources: [Source]

  /// The sources grouped by what some of the remedies say.
  /// - Parameter places: the remedies, as places in `remedies`.
  public func groups(of places: [Int]) -> [Group] {
    var groups: [Group] = []
    for source in sources {
      let states = places.map { source.reports[$0].state }
      if let last = groups.indices.last, groups[last].states == states {
        groups[last].names.append(source.name)
      } else {
        groups.append(Group(names: [source.name], states: states))
      }
    }
    return groups
  }

  /// What keeps remedies from being made, source by source.
  public var faults: [(source: String, report: RemedyReport)] {
    sources.flatMap { source in
      source.reports.filter(\.state.isFault).map { (source.name, $0) }
    }
  }

  /// The table of one remedy; nil when it has none of the name.
  public func only(_ name: String) -> RemedyTable? {
    guard let place = remedies.firstIndex(where: { $0.name == name }) else { return nil }
    return RemedyTable(
      remedies: [remedies[place]],
      sources: sources.map { Source(name: $0.name, reports: [$0.reports[place]]) })
  }
}

extension RemedyState {
  /// Whether it keeps a remedy that may be needed from being made.
  public var isFault: Bool {
    switch self {
    case .missing, .conflict, .unverified: true
    case .applies, .applied, .notNeeded: false
    }
  }
}
