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
      let minors = (before.kubernetesMinor, after.kubernetesMinor)
      for change in values(pair.before, pair.after, minors) {
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
      PluginChoice.values(of: before.operators, ownPods: before.ownPods),
      PluginChoice.values(of: after.operators, ownPods: after.ownPods), "name",
      at: ChangePath(fields: ["plugins"]), TreeComparison.changes)
  }

  private static func values(
    _ left: NamespaceRules, _ right: NamespaceRules, _ minors: (Int, Int)
  ) -> [ValueChange] {
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
      + constraints(left, right, minors)
  }

  /// The rules without the SCCs of the cluster, which are compared one by one.
  private static func plain(_ rules: NamespaceRules) -> PlainValue {
    rules.values(besides: rules.constraints?.own)
  }

  /// The changes of the cluster's SCCs. Where a side has none, there is nothing to compare.
  private static func constraints(
    _ left: NamespaceRules, _ right: NamespaceRules, _ minors: (Int, Int)
  ) -> [ValueChange] {
    guard let before = left.constraints, let after = right.constraints else { return [] }
    return entries(
      before.constraints(onKubernetes: minors.0).map(\.values),
      after.constraints(onKubernetes: minors.1).map(\.values), "name",
      at: ChangePath(fields: ["scc", "constraints"]), TreeComparison.changes)
  }

  /// The meaning of a change by itself, whatever pods show: more SCCs, and SCCs that let in more, are looser
  /// for the pods that tasks write.
  static func stated(_ change: ValueChange) -> Meaning {
    func names(_ value: PlainValue?) -> TextSet {
      TextSet((value?.items ?? []).compactMap(\.string))
    }
    switch change.path.pattern {
    case "scc.usable", "scc.byAccount[]":
      let (before, after) = (names(change.before), names(change.after))
      if before.isSubset(of: after) { return before == after ? .neutral : .loosened }
      return after.isSubset(of: before) ? .tightened : .incomparable
    case "scc.usable[]": return change.before == nil ? .loosened : .tightened
    // It is written where it is false.
    case "scc.constraints[].allowPrivilegeEscalation":
      return change.after?.bool == false ? .tightened : .loosened
    case let path where path.text.hasPrefix("scc.constraints[]"):
      let isFlag = loose.contains { path.text == "scc.constraints[].\($0)" }
      guard isFlag else { return .incomparable }
      return change.after?.bool == true ? .loosened : .tightened
    default: return .neutral
    }
  }

  /// Flags that let in more where they are true; they are written there alone.
  private static let loose: TextSet = [
    "allowPrivilegedContainer", "allowHostNetwork", "allowHostPorts", "allowHostPID",
    "allowHostIPC",
  ]

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
