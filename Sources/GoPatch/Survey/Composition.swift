public import TextDiff

/// A patch as it is made for some sources.
public struct ComposedPatch: Sendable {
  /// Its name.
  public let name: String
  /// Its changes on top of the patches before it, by path; paths are those of the repository.
  public let changes: [FileChange]
  /// The words that hold for it here.
  public let message: PatchMessage
  /// The patches of the series that it makes as well, which therefore have no file of their own.
  public internal(set) var covers: [String] = []
  /// The declarations it is about whose shapes no known release has; to be said in the patch.
  public let unknownShapes: [String]
  /// Those that the table of shapes does not cover; to be said in the patch.
  public let uncoveredShapes: [String]
}

/// The reason why patches cannot be made as asked.
public enum CompositionError: Error, Sendable {
  /// No rule has this name.
  case unknownPatch(String)
  /// The two cannot be made together.
  case excluded(String, by: String)
  /// One of these must be made before it.
  case needs(String, oneOf: [String])
  /// The patch cannot be made, or need not be.
  case cannotApply(PatchReport)
}

/// Makes the patches of several patches, one on top of the other.
public enum Composition {
  /// The patches, in the order of the set whatever the order of the names. A patch that one before
  /// it has made as well has no file of its own.
  /// - Parameter goTemplates: the bytes of the templates that `set.goTemplates` names.
  public static func compose(
    patches: [String], on surveyed: SurveyedTree, goTemplates: TextMap<[UInt8]>
  ) throws(CompositionError) -> [ComposedPatch] {
    let wanted = TextSet(patches)
    if let name = patches.first(where: { surveyed.set[$0] == nil }) { throw .unknownPatch(name) }
    let tree = surveyed.base.tree
    var current = surveyed.base
    var patches: [ComposedPatch] = []
    // What each patch leaves behind.
    var stages: [Workspace] = []
    // Shapes are those of the tree as it is, before other patches changed them.
    for (rule, report) in zip(surveyed.set.rules, surveyed.reports) where wanted.contains(rule.name)
    {
      if let other = rule.excludes.first(where: wanted.contains) {
        throw .excluded(rule.name, by: other)
      }
      guard report.state == .applies else { throw .cannotApply(report) }
      let evaluation = RuleEvaluation(rule, current)
      // What an earlier patch of the series does as well needs none of its own.
      if !patches.isEmpty, PatchRun.isDone(evaluation) {
        let maker = stages.firstIndex { PatchRun.isDone(RuleEvaluation(rule, $0)) }
        patches[maker ?? patches.count - 1].covers.append(rule.name)
        continue
      }
      let isHelped = report.needs.isEmpty || !wanted.isDisjoint(with: report.needs)
      guard isHelped else { throw .needs(rule.name, oneOf: report.needs) }
      let next: Workspace
      do throws(PatchStop) {
        next = try PatchRun.perform(evaluation, goTemplates: goTemplates)
      } catch {
        throw .cannotApply(
          PatchReport(
            of: rule, error.state, error.reason, needs: report.needs, places: error.places))
      }
      let changes = next.writtenPaths.map {
        FileChange(
          path: tree.prefix + $0, old: current.bytes($0), new: next.bytes($0),
          isExecutable: tree.executables.contains($0))
      }
      patches.append(
        ComposedPatch(
          name: rule.name, changes: changes.filter { !$0.isEmpty },
          message: PatchMessage(evaluation),
          unknownShapes: report.unknownShapes, uncoveredShapes: report.uncoveredShapes))
      current = next
      stages.append(next)
    }
    return patches
  }

  /// The patches for a tree that nobody has looked at yet.
  public static func compose(
    patches: [String], _ set: PatchSet, tree: SourceTree, goTemplates: TextMap<[UInt8]>,
    fingerprints: FingerprintTable? = nil, allowsUnverified: Bool = false
  ) throws(CompositionError) -> [ComposedPatch] {
    let surveyed = Survey.look(
      at: tree, set, fingerprints: fingerprints, allowsUnverified: allowsUnverified)
    return try compose(patches: patches, on: surveyed, goTemplates: goTemplates)
  }
}
