/// A tree, and how every patch stands to it.
public struct SurveyedTree: Sendable {
  /// One report for each patch, in the order of the set.
  public let reports: [PatchReport]
  /// The patches.
  public let set: PatchSet
  let base: Workspace
}

/// Finds out how patches stand to a tree.
public enum Survey {
  /// Looks at a tree.
  /// - Parameter allowsUnverified: whether shapes that no known release has are taken for what they look like.
  public static func look(
    at tree: SourceTree, _ set: PatchSet, fingerprints: FingerprintTable? = nil,
    allowsUnverified: Bool = false
  ) -> SurveyedTree {
    let base = Workspace(tree, reading: set.paths)
    var trials = PatchTrials(set, on: base)
    var check = ShapeCheck(fingerprints, allowsUnverified: allowsUnverified)
    let reports = set.rules.map { report($0, &trials, &check) }
    return SurveyedTree(reports: reports, set: set, base: base)
  }

  /// One report for each patch, in the order of the set.
  public static func run(
    _ set: PatchSet, tree: SourceTree, fingerprints: FingerprintTable? = nil,
    allowsUnverified: Bool = false
  ) -> [PatchReport] {
    look(at: tree, set, fingerprints: fingerprints, allowsUnverified: allowsUnverified).reports
  }

  /// The reports of several releases; equal trees, of which there are many, are looked at once.
  public static func run(
    _ set: PatchSet, releases: [(name: String, tree: SourceTree)],
    fingerprints: FingerprintTable? = nil, allowsUnverified: Bool = false
  ) -> [(release: String, reports: [PatchReport])] {
    var known: [SourceTree: [PatchReport]] = [:]
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
    _ rule: PatchRule, _ trials: inout PatchTrials, _ check: inout ShapeCheck
  ) -> PatchReport {
    guard let evaluation = trials.evaluation(of: rule.name) else {
      return PatchReport(of: rule, .missing)
    }
    switch trials.alone(rule.name) {
    case .success: return check.report(evaluation, .applies, needs: trials.unmetNeeds(of: rule))
    case .failure(let stop):
      guard stop.state == .conflict || stop.state == .missing else {
        return check.report(evaluation, stop.state, stop.reason)
      }
      let helpers = trials.helpers(of: rule)
      if !helpers.isEmpty { return check.report(evaluation, .applies, needs: helpers) }
      let failed = trials.failedNeeds(of: rule)
      let reason = failed.isEmpty ? "" : "it follows \(failed), which cannot be made; "
      return PatchReport(of: rule, stop.state, reason + stop.reason, places: stop.places)
    }
  }
}
