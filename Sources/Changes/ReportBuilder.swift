import Values

/// Folds the changes of clusters: what is the same in several places is one change.
struct ReportBuilder {
  private struct Key: Hashable {
    let kind: Change.Kind
    let value: ValueChange
    let stated: Meaning
    let meaning: Meaning
    let effect: Change.Effect
  }

  private struct Folded {
    var finding: Finding
    var templates: TextSet = []
    var profiles: TextSet = []
    /// The groups of namespaces by the cluster's number.
    var groups: [Int: Set<Int>] = [:]
  }

  private var folded: [Folded] = []
  private var places: [Key: Int] = [:]
  private var clusters: [(name: String, groups: [NamespaceGroups.Group])] = []

  mutating func add(
    _ findings: [Finding], of cluster: String, groups: [NamespaceGroups.Group]
  ) {
    let number = clusters.count
    clusters.append((cluster, groups))
    for finding in findings {
      let key = Key(
        kind: finding.kind, value: finding.value, stated: finding.stated,
        meaning: finding.meaning, effect: finding.effect)
      let place = places[key] ?? folded.count
      if place == folded.count {
        places[key] = place
        folded.append(Folded(finding: finding))
      }
      if let template = finding.template { folded[place].templates.insert(template) }
      for profile in finding.profiles { folded[place].profiles.insert(profile) }
      folded[place].groups[number, default: []].formUnion(finding.groups)
    }
  }

  /// The changes, the most serious first.
  var changes: [Change] {
    folded.map(change).sorted(by: Self.comesBefore)
  }

  private func change(_ folded: Folded) -> Change {
    let finding = folded.finding
    return Change(
      kind: finding.kind, path: finding.value.path, field: finding.field,
      before: finding.value.before,
      after: finding.value.after, isMove: finding.value.isMove, meaning: finding.meaning,
      stated: finding.stated, effect: finding.effect, witness: finding.witness,
      origin: finding.origin, profiles: folded.profiles.sorted(),
      templates: folded.templates.sorted(),
      reach: folded.groups.keys.sorted().map { reach($0, folded.groups[$0] ?? []) })
  }

  private func reach(_ number: Int, _ groups: Set<Int>) -> Change.Reach {
    let (name, all) = clusters[number]
    var names: [String] = groups.sorted().flatMap { all[$0].names }
    if groups.count > 1 { names.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    return Change.Reach(cluster: name, namespaces: names)
  }

  private static func comesBefore(_ left: Change, _ right: Change) -> Bool {
    if left.meaning != right.meaning { return rank(left.meaning) < rank(right.meaning) }
    if left.kind != right.kind { return rank(left.kind) < rank(right.kind) }
    if left.path != right.path { return left.path < right.path }
    let clusters = (left.reach.first?.cluster ?? "", right.reach.first?.cluster ?? "")
    if clusters.0 != clusters.1 { return clusters.0 < clusters.1 }
    return (left.reach.first?.namespaces.first ?? "") < (right.reach.first?.namespaces.first ?? "")
  }

  private static func rank(_ meaning: Meaning) -> Int {
    [Meaning.loosened, .incomparable, .tightened, .neutral].firstIndex(of: meaning) ?? 0
  }

  private static func rank(_ kind: Change.Kind) -> Int {
    Change.Kind.allCases.firstIndex(of: kind) ?? 0
  }
}
