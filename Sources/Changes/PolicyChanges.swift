import Deployments
import Values

/// The differences between the admission policies of two `setup.yaml`, a line for each policy. Their
/// meaning is what pods show.
enum PolicyChanges {
  /// The changes by the policies' names.
  static func values(_ before: PlainValue?, _ after: PlainValue?) -> [ValueChange] {
    let (old, new) = (words(before), words(after))
    return TextSet(Array(old.keys) + Array(new.keys)).sorted().compactMap { name in
      guard old[name] != new[name] else { return nil }
      let before = old[name]?.shown
      let after = new[name].map { words -> PlainValue in
        // What differs is in the values of the profile.
        words.shown == before ? .string("\(words.shown.string ?? ""), other values") : words.shown
      }
      return ValueChange(
        path: ChangePath(fields: ["policies"]).entry(name), before: before, after: after)
    }
  }

  /// A policy in words, and all that it is made from.
  private struct Words: Equatable {
    let shown: PlainValue
    let said: PlainValue?
  }

  /// The name of the profiles in `flyte-harden-KIND.CLUSTER.NAME`. A cluster's name has no dots.
  private static func profile(of policy: String) -> String? {
    let parts = policy.utf8.split(separator: UInt8(ascii: "."), maxSplits: 2)
    return parts.count == 3 ? String(decoding: parts[2], as: UTF8.self) : nil
  }

  private static func words(_ policies: PlainValue?) -> TextMap<Words> {
    let engine = policies?["engine"]?.string ?? ""
    let version = policies?["apiVersion"]?.string
    let profiles = policies?["profiles"]?.items ?? []
    return TextMap(
      (policies?["written"]?.items ?? []).compactMap { policy -> (String, Words)? in
        guard let name = policy["name"]?.string, let effect = policy["effect"]?.string else {
          return nil
        }
        let own = profiles.first { $0["name"]?.string == Self.profile(of: name) }
        let does =
          switch effect {
          case "fill": "fills in what the profile says"
          case "warn": "warns of pods that differ"
          default: "refuses pods that differ"
          }
        let api = effect == "fill" ? version.map { ", \($0)" } ?? "" : ""
        let names = (policy["profiles"]?.items ?? []).compactMap(\.string).joined(separator: ", ")
        return (
          name,
          Words(shown: .string("\(does): \(names) (\(engine)\(api))"), said: own?["says"])
        )
      }
    ) { first, _ in first }
  }
}

extension ClusterPolicies {
  /// These policies for another cluster, in which sets of templates have other numbers: the namespaces
  /// decide.
  func applied(to deployment: Deployment) -> ClusterPolicies {
    let sets = deployment.setsByNamespace
    return ClusterPolicies(
      engine: engine, mutatingVersion: mutatingVersion,
      profiles: profiles.map { profile in
        ProfilePolicies(
          name: profile.name, said: profile.said, profileNames: profile.profileNames,
          mutating: profile.mutating, validating: profile.validating,
          templateSets: Set(profile.namespaces.compactMap { sets[$0] }),
          namespaces: profile.namespaces)
      })
  }
}

extension ClusterPolicies {
  /// Returns whether other policies do the same in the same namespaces.
  func doTheSame(as other: ClusterPolicies) -> Bool {
    engine == other.engine && profiles.count == other.profiles.count
      && zip(profiles, other.profiles).allSatisfy { left, right in
        left.mutating == right.mutating && left.validating == right.validating
          && left.namespaces.hasSameBytes(as: right.namespaces)
      }
  }
}
