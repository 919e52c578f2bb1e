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

/// Finds out how remedies stand to a tree.
public enum Survey {
  /// One report for each remedy, in the order of the set.
  /// - Parameter allowsUnverified: whether shapes that no known release has may be edited.
  public static func run(
    _ set: RemedySet, tree: SourceTree, fingerprints: FingerprintTable? = nil,
    allowsUnverified: Bool = false
  ) -> [RemedyReport] {
    let base = Workspace(tree, reading: set.paths)
    return set.rules.map { rule in
      report(rule, set, base, fingerprints, allowsUnverified: allowsUnverified)
    }
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

  static func report(
    _ rule: RemedyRule, _ set: RemedySet, _ base: Workspace, _ fingerprints: FingerprintTable?,
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
    do throws(RemedyStop) {
      edited = try RemedyRun.perform(rule, on: base, goTemplates: nil).edited
      needs = unmetNeeds(of: rule, set, base)
    } catch {
      let mayFollow = error.state == .conflict || error.state == .missing
      let helpers = mayFollow ? helpers(of: rule, set, base) : []
      guard let first = helpers.first else {
        return report(error.state, error.reason, places: error.places)
      }
      needs = helpers.map(\.name)
      edited = first.edited
    }
    let unknown =
      fingerprints.map { table in
        Shape.of(edited, in: base).filter { !table.knows($0) }.map(\.description)
      } ?? []
    guard unknown.isEmpty else {
      let reason = "no known release has this shape: \(unknown.joined(separator: ", "))"
      return report(
        allowsUnverified ? .applies : .unverified, reason, needs: needs, unknown: unknown)
    }
    return report(.applies, needs: needs)
  }

  /// The remedies behind any of which the rule can be carried out, and what it then edits.
  private static func helpers(
    of rule: RemedyRule, _ set: RemedySet, _ base: Workspace
  ) -> [(name: String, edited: [EditedDeclaration])] {
    rule.predecessors.compactMap { name in
      guard let other = set[name],
        let behind = try? RemedyRun.perform(other, on: base, goTemplates: nil).workspace,
        let result = try? RemedyRun.perform(rule, on: behind, goTemplates: nil)
      else { return nil }
      return (name, result.edited)
    }
  }

  /// What the rule says it needs, unless the tree has it.
  private static func unmetNeeds(
    of rule: RemedyRule, _ set: RemedySet, _ base: Workspace
  ) -> [String] {
    let isMet = rule.needs.contains { name in
      set[name].map { RemedyRun.isDone($0, on: base) } ?? false
    }
    return isMet ? [] : rule.needs
  }
}
