/// How one remedy stands to a tree.
public struct RemedyReport: Sendable, Equatable {
  /// The remedy.
  public let name: String
  /// How it stands.
  public let state: RemedyState
  /// Why, in words; empty where the state says it all.
  public let reason: String
  /// Whether it is made only when asked for.
  public let isOptIn: Bool
  /// The remedies that cannot be made together with it.
  public let excludes: [String]
  /// Remedies of which one must be made before it, here.
  public let needs: [String]
  /// Where it stops.
  public let places: [RemedyPlace]
  /// The declarations it edits whose shapes no known release has.
  public let unknownShapes: [String]
}

/// A tree, and how every remedy stands to it.
public struct SurveyedTree: Sendable {
  /// One report for each remedy, in the order of the set.
  public let reports: [RemedyReport]
  /// The remedies.
  public let set: RemedySet
  let base: Workspace
}

/// Finds out how remedies stand to a tree.
public enum Survey {
  /// Looks at a tree.
  /// - Parameter allowsUnverified: whether shapes that no known release has may be edited.
  public static func look(
    at tree: SourceTree, _ set: RemedySet, fingerprints: FingerprintTable? = nil,
    allowsUnverified: Bool = false
  ) -> SurveyedTree {
    let base = Workspace(tree, reading: set.paths)
    var trials = RemedyTrials(set, on: base)
    let reports = set.rules.map { rule in
      report(rule, &trials, fingerprints, allowsUnverified: allowsUnverified)
    }
    return SurveyedTree(reports: reports, set: set, base: base)
  }

  /// One report for each remedy, in the order of the set.
  public static func run(
    _ set: RemedySet, tree: SourceTree, fingerprints: FingerprintTable? = nil,
    allowsUnverified: Bool = false
  ) -> [RemedyReport] {
    look(at: tree, set, fingerprints: fingerprints, allowsUnverified: allowsUnverified).reports
  }

  /// The reports of several releases; equal trees, of which there are many, are looked at once.
  public static func run(
    _ set: RemedySet, releases: [(name: String, tree: SourceTree)],
    fingerprints: FingerprintTable? = nil, allowsUnverified: Bool = false
  ) -> [(release: String, reports: [RemedyReport])] {
    var known: [SourceTree: [RemedyReport]] = [:]
    return releases.map { release in
      let reports =
        known[release.tree]
        ?? run(
          set, tree: release.tree, fingerprints: fingerprints, allowsUnverified: allowsUnverified)
      known[release.tree] = reports
      return (release.name, reports)
    }
  }

  private static func report(
    _ rule: RemedyRule, _ trials: inout RemedyTrials, _ fingerprints: FingerprintTable?,
    allowsUnverified: Bool
  ) -> RemedyReport {
    func report(
      _ state: RemedyState, _ reason: String = "", needs: [String] = [],
      places: [RemedyPlace] = [], unknown: [String] = []
    ) -> RemedyReport {
      RemedyReport(
        name: rule.name, state: state, reason: reason, isOptIn: rule.isOptIn,
        excludes: rule.excludes, needs: needs, places: places, unknownShapes: unknown)
    }
    var needs: [String] = []
    let edited: [EditedDeclaration]
    switch trials.alone(rule) {
    case .success(let result):
      edited = result.edited
      needs = trials.unmetNeeds(of: rule)
    case .failure(let stop):
      let mayFollow = stop.state == .conflict || stop.state == .missing
      let helpers = mayFollow ? trials.helpers(of: rule) : []
      guard let first = helpers.first else {
        return report(stop.state, stop.reason, places: stop.places)
      }
      needs = helpers.map(\.name)
      edited = first.edited
    }
    let unknown =
      fingerprints.map { table in
        Shape.of(edited, in: trials.base).filter { !table.knows($0) }.map(\.description)
      } ?? []
    guard unknown.isEmpty else {
      let reason = "no known release has this shape: \(unknown.joined(separator: ", "))"
      return report(
        allowsUnverified ? .applies : .unverified, reason, needs: needs, unknown: unknown)
    }
    return report(.applies, needs: needs)
  }
}
