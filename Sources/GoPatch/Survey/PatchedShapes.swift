/// The shapes of declarations behind patches: a fork that carries some of them is no stranger.
struct PatchedShapes {
  private let group: [PatchRule]
  private var shapes: Set<Shape> = []

  /// The shapes of what rules edit or ask about, in a tree as it is and behind any of the patches.
  static func of(_ set: PatchSet, in base: Workspace) -> Set<Shape> {
    groups(of: set, in: base).reduce(into: []) { shapes, group in
      var patched = PatchedShapes(group: group)
      patched.note(base)
      patched.add(group[...], behind: base, made: [])
      shapes.formUnion(patched.shapes)
    }
  }

  private init(group: [PatchRule]) { self.group = group }

  /// Each rule is left out, and where it can be carried out, it is.
  private mutating func add(
    _ rules: ArraySlice<PatchRule>, behind tree: Workspace, made: TextSet
  ) {
    guard let rule = rules.first else { return }
    add(rules.dropFirst(), behind: tree, made: made)
    guard made.isDisjoint(with: rule.excludes),
      let next = try? PatchRun.perform(rule, on: tree, goTemplates: nil)
    else { return }
    note(next)
    add(rules.dropFirst(), behind: next, made: made.union([rule.name]))
  }

  private mutating func note(_ tree: Workspace) {
    var prints = ShapePrints()
    for rule in group { shapes.formUnion(prints.named(by: RuleEvaluation(rule, tree))) }
  }

  /// Rules that edit a declaration in common, or follow each other: only those meet in one shape.
  private static func groups(of set: PatchSet, in base: Workspace) -> [[PatchRule]] {
    var groups: [(names: TextSet, ties: TextSet)] = []
    var prints = ShapePrints()
    for rule in set.rules {
      let edited = prints.edited(by: RuleEvaluation(rule, base)).map(\.description)
      var group = (
        names: TextSet([rule.name]), ties: TextSet(edited + rule.predecessors + [rule.name])
      )
      groups.removeAll { other in
        guard !other.ties.isDisjoint(with: group.ties) else { return false }
        group.names.formUnion(other.names)
        group.ties.formUnion(other.ties)
        return true
      }
      groups.append(group)
    }
    return groups.map { group in set.rules.filter { group.names.contains($0.name) } }
  }
}
