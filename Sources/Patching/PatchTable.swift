public import GoPatch

/// The state of patches in sources.
public struct PatchTable: Sendable {
  /// Some sources, and how the patches stand to them.
  public struct Source: Sendable {
    /// A release, a ref, a folder or a cluster.
    public let name: String
    /// One for each patch of the table, in its order.
    public let reports: [PatchReport]
  }

  /// Sources behind each other to which all patches stand alike.
  public struct Group: Sendable {
    /// Their names, in order.
    public internal(set) var names: [String]
    /// One for each of the patches that were asked for.
    public let states: [PatchState]
  }

  /// The patches, in the order their patches are made.
  public let patches: [PatchRule]
  /// The sources, in order.
  public let sources: [Source]

  /// The sources grouped by what some of the patches say.
  /// - Parameter places: the patches, as places in `patches`.
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

  /// The reasons that patches cannot be made, source by source.
  public var faults: [(source: String, report: PatchReport)] {
    sources.flatMap { source in
      source.reports.filter(\.state.isFault).map { (source.name, $0) }
    }
  }

  /// The table of one patch; nil when it has none of the name.
  public func only(_ name: String) -> PatchTable? {
    guard let place = patches.firstIndex(where: { $0.name == name }) else { return nil }
    return PatchTable(
      patches: [patches[place]],
      sources: sources.map { Source(name: $0.name, reports: [$0.reports[place]]) })
  }
}

extension PatchState {
  /// True if it keeps a patch that may be needed from being made.
  public var isFault: Bool {
    switch self {
    case .missing, .conflict, .unverified: true
    case .applies, .applied, .notNeeded: false
    }
  }
}
