import Judges
import Values

/// The limits, quotas and SCCs of namespaces, from `setup.yaml`: those of an entry that names none are
/// of all that no other one names.
struct RuleTable {
  /// The distinct rules; the first are of namespaces that no entry names.
  private(set) var rules: [NamespaceRules]
  private var places: TextMap<Int> = [:]

  /// - Parameters:
  ///   - entries: the rules.
  ///   - constraints: the SCCs of the cluster; nil: those that OpenShift ships.
  init(_ entries: PlainValue?, constraints: PlainValue?) {
    rules = [NamespaceRules()]
    let known = ConstraintList(constraints)
    for entry in entries?.items ?? [] {
      let own = NamespaceRules(entry, known: known)
      let names = (entry["namespaces"]?.items ?? []).compactMap(\.string)
      if entry["namespaces"] == nil {
        rules[0] = own
      } else {
        for name in names { places[name] = rules.count }
        rules.append(own)
      }
    }
  }

  /// The position in `rules` of those of a namespace.
  func position(of namespace: String) -> Int { places[namespace] ?? 0 }
}
