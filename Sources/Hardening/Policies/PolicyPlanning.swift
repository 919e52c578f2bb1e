import Admission
import Deployments
import Flyte
import Model
import PodAPI
import Values

/// Makes the admission policies of a cluster: one of each kind for all namespaces whose templates come
/// from the same profiles.
struct PolicyPlanning {
  let cluster: Cluster
  /// True if policies that change pods are wanted.
  let isMutating: Bool

  var policies: ClusterPolicies {
    ClusterPolicies(
      engine: cluster.kubernetes.policyEngine,
      mutatingVersion: cluster.kubernetes.mutatingVersion,
      profiles: isMutating || cluster.profiles.contains { $0.enforcement != nil } ? profiles : [])
  }

  private var profiles: [ProfilePolicies] {
    var groups: [[Int]: Set<Int>] = [:]
    for (index, set) in cluster.templateSets.enumerated() {
      groups[Self.key(set), default: []].insert(index)
    }
    var names: [Int: [String]] = [:]
    for namespace in cluster.namespaces {
      names[namespace.templateSet, default: []].append(namespace.name)
    }
    var taken: TextSet = []
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }
      .compactMap { key, sets -> ProfilePolicies? in
        let namespaces = sets.flatMap { names[$0] ?? [] }
          .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        // The fallback's namespace has no tasks.
        guard !namespaces.isEmpty else { return nil }
        return policies(of: key, sets, namespaces, &taken)
      }
      .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }

  /// The profile of the default template, and those of the named ones, each once.
  private static func key(_ set: TemplateSet) -> [Int] {
    [set.profile] + Set(set.named.map(\.profile)).subtracting([set.profile]).sorted()
  }

  private func policies(
    of key: [Int], _ sets: Set<Int>, _ namespaces: [String], _ taken: inout TextSet
  ) -> ProfilePolicies? {
    let profiles = key.map { cluster.profiles[$0] }
    // A Windows pod can have nothing of what these policies say.
    guard let own = profiles.first, !own.isWindows else { return nil }
    let names = own.names
    let name = Self.name(names, &taken)
    return ProfilePolicies(
      name: name, of: cluster.name.value,
      said: profiles.filter { !$0.isWindows }.map { PolicyProfile($0.beforeFlyte, of: cluster) },
      profileNames: names,
      PolicyKinds(
        isMutating: isMutating,
        action: own.enforcement.flatMap { .init(named: $0.action.rawValue) }),
      minor: cluster.kubernetes.minor, release: cluster.flyte.release, templateSets: sets,
      namespaces: namespaces)
  }

  /// The most bytes of a name: it is a label's value too, and a part of an object's name.
  private static let longest = 50

  /// A name for profiles, unlike all others: theirs, joined.
  private static func name(_ profiles: [String], _ taken: inout TextSet) -> String {
    let joined = profiles.map { $0.replacing("/", with: "-") }.joined(separator: ".")
    var start = String(decoding: joined.utf8.prefix(longest), as: UTF8.self)
    // A label's value ends with a letter or a digit.
    while let last = start.utf8.last, last == UInt8(ascii: "-") || last == UInt8(ascii: ".") {
      start = String(start.dropLast())
    }
    var name = start
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(start)-\(number)"
      number += 1
    }
    return name
  }
}
