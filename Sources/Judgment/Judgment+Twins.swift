import Deployments
public import Flyte
import Judges
import PodAPI
import Values

extension Judgment {
  /// The first set whose pods are those of a set: the templates, policies, limits and SCCs are the same, and
  /// the quotas of both let in all of the tasks' pods that come to them. The ids that OpenShift gives
  /// namespaces may differ where nothing else depends on them. It is the set itself if there is none before.
  public func twin(of set: Int, _ tasks: [JudgedTask]) -> Int {
    let known = known(set)
    let own = withExampleIDs(set, tasks) ?? governing(set)
    let isKept =
      own.quotas.isEmpty
      || zip(deployment.templateSets[set].templates, known.numbers).allSatisfy {
        areKept($0, $1, tasks, known.store, own)
      }
    return isKept ? sets.twin(of: set, known.numbers.map(own.key)) : set
  }

  /// What governs a set, with ids in place of its namespaces' own; nil where pods depend on which ids they are.
  private func withExampleIDs(_ set: Int, _ tasks: [JudgedTask]) -> Governing? {
    guard let setup = rules(in: set).constraints, policies.policies(of: set) == nil else {
      return nil
    }
    let own = governing(set) { $0.constraints = setup.withExampleIDs }
    let ids = sets.ids(known(set).numbers.map(own.key)) {
      // What is left of quotas is asked of each set.
      let example = pods(of: set, tasks) {
        $0.constraints = setup.withExampleIDs
        $0.quotas = []
      }
      let first = pods(of: set, tasks) { $0.quotas = [] }
      // A pod may have an example as an id of its own.
      guard example.map(\.isAdmitted) == first.map(\.isAdmitted) else { return nil }
      return FixedIDs.of(example, level: setup.withExampleIDs.ranges.level)
    }
    guard let ids, setup.ranges.areExchangeable(among: ids) else { return nil }
    return own
  }

  private func pods(
    of set: Int, _ tasks: [JudgedTask], _ change: (inout NamespaceRules) -> Void
  ) -> [JudgedPod] {
    let known = known(set)
    let own = governing(set, change)
    return zip(deployment.templateSets[set].templates, known.numbers).flatMap {
      self.tasks(of: $0, $1, tasks, known.store, own).flatMap(\.pods)
    }
  }
}

/// The ids in pods.
private enum FixedIDs {
  /// The users and groups; nil: a pod has an SELinux level of its own, which may be a namespace's.
  /// - Parameter level: the example.
  static func of(_ pods: [JudgedPod], level: String) -> Set<Int64>? {
    var ids: Set<Int64> = []
    var levels: Set<ByteText> = []
    for spec in pods.compactMap(\.pod?.spec) { collect(spec.plain, &ids, &levels) }
    return levels.isSubset(of: [ByteText(level)]) ? ids : nil
  }

  private static func collect(
    _ value: PlainValue, _ ids: inout Set<Int64>, _ levels: inout Set<ByteText>
  ) {
    if case .integer(let number) = value { ids.insert(number) }
    for item in value.items { collect(item, &ids, &levels) }
    for entry in value.entries {
      if entry.key == "seLinuxOptions", let level = entry.value["level"]?.string {
        levels.insert(ByteText(level))
      }
      collect(entry.value, &ids, &levels)
    }
  }
}
