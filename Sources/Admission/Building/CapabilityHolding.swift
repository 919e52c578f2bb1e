import PodAPI

/// The capabilities that containers are held to.
struct CapabilityHolding {
  let profiles: [PolicyProfile]

  var validations: [ValidatingPolicy.Validation] { [drops, adds].compactMap { $0 } }

  /// The capabilities of each role in each profile.
  private func lists(_ name: FieldName, copilot: Bool) -> [Set<ByteText>] {
    profiles.flatMap { profile in
      PolicyProfile.Role.allCases.filter { $0.isCopilot == copilot }.map { role in
        let list = profile.contexts[role]?[.capabilities]?.object?[name]?.items ?? []
        return Set(list.compactMap { item in item.string.map { ByteText($0) } })
      }
    }
  }

  /// The capabilities that all profiles and roles drop.
  private func dropped(copilot: Bool) -> PolicyCondition? {
    let all = lists(.drop, copilot: copilot)
    let common = all.dropFirst().reduce(all.first ?? []) { $0.intersection($1) }
    guard !common.isEmpty else { return nil }
    let drop = PolicyPlace.capabilities.known(.drop)
    let isAll = PolicyCondition.contains(drop, "ALL")
    return common.contains("ALL")
      ? isAll : .any([isAll, .all(common.sorted().map { .contains(drop, $0) })])
  }

  private var drops: ValidatingPolicy.Validation? {
    let condition = PolicyCondition.split(
      dropped(copilot: false), copilot: dropped(copilot: true), profiles)
    guard let condition else { return nil }
    let names = Self.words(lists(.drop, copilot: false) + lists(.drop, copilot: true))
    return .ofContainers(
      condition, profiles, "requires securityContext.capabilities.drop to have \(names)")
  }

  private var adds: ValidatingPolicy.Validation? {
    let isSaid = profiles.allSatisfy { profile in
      profile.allowed.capabilities != nil
        || profile.contexts.values.contains { $0[.capabilities] != nil }
    }
    guard isSaid else { return nil }
    let lists =
      lists(.add, copilot: false) + lists(.add, copilot: true)
      + profiles.map { Set($0.allowed.capabilities ?? []) }
    let names = Set(lists.joined()).sorted()
    let add = PolicyPlace.capabilities.known(.add)
    return .ofContainers(
      .not(.hasOther(add, than: names)), profiles,
      names.isEmpty
        ? "allows no securityContext.capabilities.add"
        : "allows in securityContext.capabilities.add only \(Self.words([Set(names)]))")
  }

  private static func words(_ lists: [Set<ByteText>]) -> String {
    Set(lists.joined()).sorted().map(\.text).joined(separator: ", ")
  }
}
