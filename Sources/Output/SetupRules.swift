import Deployments
import Judges
import Values

/// The limits, quotas and SCCs of namespaces as `setup.yaml` has them: the rules that most namespaces
/// have first, which name none; then each other's with the namespaces that have them.
struct SetupRules {
  private let deployment: Deployment

  init(_ deployment: Deployment) { self.deployment = deployment }

  var values: [PlainValue] {
    guard deployment.templateSets.contains(where: { !$0.rules.isEmpty }) else { return [] }
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
    return ordered.enumerated().map { position, group in
      let names: [PlainValue.Entry] =
        position == 0
        ? [] : [.init("namespaces", .list(group.value.map { .string($0) }))]
      return .mapping(group.key.values.entries + names)
    }
  }
}
