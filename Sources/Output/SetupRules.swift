import Deployments
import Judges
import Values

/// The limits, quotas and SCCs of namespaces as `setup.yaml` has them: the rules that most namespaces
/// have first, which name none; then each other's with the namespaces that have them.
struct SetupRules {
  /// The cluster's SCCs, which are those of its first namespace that has any; nil: those that OpenShift
  /// ships.
  let constraints: ConstraintList?
  /// The rules.
  let values: [PlainValue]

  init(_ deployment: Deployment) {
    constraints = deployment.templateSets.lazy.compactMap(\.rules.constraints).first?.own
    guard deployment.templateSets.contains(where: { !$0.rules.isEmpty }) else {
      values = []
      return
    }
    let rules = deployment.templateSets.map(\.rules.lasting)
    var groups: [NamespaceRules: [String]] = [:]
    for namespace in deployment.namespaces {
      groups[rules[namespace.templateSet], default: []].append(namespace.name)
    }
    // The names are in byte order, so the first tells groups of the same size apart.
    let ordered = groups.sorted { left, right in
      if left.value.count != right.value.count { return left.value.count > right.value.count }
      return (left.value.first ?? "").utf8.lexicographicallyPrecedes((right.value.first ?? "").utf8)
    }
    let known = constraints
    values = ordered.enumerated().map { position, group in
      let names: [PlainValue.Entry] =
        position == 0
        ? [] : [.init("namespaces", .list(group.value.map { .string($0) }))]
      return .mapping(group.key.values(besides: known).entries + names)
    }
  }
}
