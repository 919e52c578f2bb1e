import Deployments
import Judges
import Operators
import Values

/// The differences between what namespaces have of their own, and between operators, value by value.
/// Their meaning is what pods show.
enum RuleChanges {
  private struct Pair: Hashable {
    let before: NamespaceRules
    let after: NamespaceRules
  }

  /// The changes of limits, quotas and SCCs, each with the groups of namespaces that have it.
  static func changes(
    _ before: Deployment, _ after: Deployment, _ groups: [NamespaceGroups.Group]
  ) -> [(change: ValueChange, groups: [Int])] {
    var places: [Pair: [Int]] = [:]
    var order: [Pair] = []
    for (index, group) in groups.enumerated() {
      guard let left = group.before, let right = group.after else { continue }
      let pair = Pair(
        before: before.templateSets[left].rules, after: after.templateSets[right].rules)
      guard pair.before != pair.after else { continue }
      if places[pair] == nil { order.append(pair) }
      places[pair, default: []].append(index)
    }
    var found: [(change: ValueChange, groups: [Int])] = []
    var known: [ValueChange: Int] = [:]
    for pair in order {
      for change in values(pair.before, pair.after) {
        if let place = known[change] {
          found[place].groups = (found[place].groups + (places[pair] ?? [])).sorted()
        } else {
          known[change] = found.count
          found.append((change, places[pair] ?? []))
        }
      }
    }
    return found
  }

  /// The changes of operators.
  static func operators(_ before: Deployment, _ after: Deployment) -> [ValueChange] {
    entries(
      PluginChoice.values(of: before.operators), PluginChoice.values(of: after.operators), "name",
      at: ChangePath(fields: ["plugins"]), TreeComparison.changes)
  }

  private static func values(_ left: NamespaceRules, _ right: NamespaceRules) -> [ValueChange] {
    let (before, after) = (plain(left), plain(right))
    func items(_ key: String) -> ([PlainValue], [PlainValue]) {
      (before[key]?.items ?? [], after[key]?.items ?? [])
    }
    let (limits, quotas) = (items("limitRanges"), items("quotas"))
    return entries(
      limits.0, limits.1, "name", at: ChangePath(fields: ["limitRanges"])
    ) { left, right, path in
      entries(
        left?["limits"]?.items ?? [], right?["limits"]?.items ?? [], "type",
        at: path, TreeComparison.changes)
    }
      + entries(
        quotas.0, quotas.1, "name", at: ChangePath(fields: ["quotas"]), TreeComparison.changes)
      + TreeComparison.changes(before["scc"], after["scc"], at: ChangePath(fields: ["scc"]))
      + entries(
        constraints(left), constraints(right), "name",
        at: ChangePath(fields: ["scc", "constraints"]), TreeComparison.changes)
  }

  /// The rules without the SCCs of the cluster, which are compared one by one.
  private static func plain(_ rules: NamespaceRules) -> PlainValue {
    rules.values(besides: rules.constraints?.constraints ?? [])
  }

  private static func constraints(_ rules: NamespaceRules) -> [PlainValue] {
    (rules.constraints?.constraints ?? SecurityContextConstraint.shipped).map(\.values)
  }

  /// The changes of the entries of two lists, matched by a key, without the key itself.
  private static func entries(
    _ before: [PlainValue], _ after: [PlainValue], _ key: String, at path: ChangePath,
    _ changes: (PlainValue?, PlainValue?, ChangePath) -> [ValueChange]
  ) -> [ValueChange] {
    func named(_ items: [PlainValue]) -> TextMap<PlainValue> {
      var counts: TextMap<Int> = [:]
      var named: TextMap<PlainValue> = [:]
      for item in items {
        guard let name = item[key]?.string else { continue }
        // The config may leave names out.
        counts[name, default: 0] += 1
        let number = counts[name] ?? 1
        named[number == 1 ? name : "\(name)#\(number)"] = .mapping(
          item.entries.filter { $0.key != key })
      }
      return named
    }
    let (old, new) = (named(before), named(after))
    return TextSet(Array(old.keys) + Array(new.keys)).sorted().flatMap {
      changes(old[$0], new[$0], path.entry($0))
    }
  }
}
