import PodAPI

extension ValidatingPolicy {
  /// The policy that holds Flyte's pods to what profiles say, which Pod Security's levels do not know; nil
  /// if they say nothing that pods can be held to.
  ///
  /// A namespace has the templates of several profiles, and a pod does not tell which it was made from. It
  /// may be as any of them says; what one leaves open is open.
  /// - Parameters:
  ///   - profiles: that of the default template first.
  ///   - minor: Kubernetes' minor version; fields that it lacks are left out.
  ///   - marks: what tells Flyte's pods from others.
  public static func holding(
    to profiles: [PolicyProfile], name: String, minor: Int, marks: PodMarks, action: Action
  ) -> ValidatingPolicy? {
    let validations =
      PodHolding(profiles: profiles, minor: minor).validations
      + ContainerHolding(profiles: profiles, minor: minor).validations
    guard !validations.isEmpty else { return nil }
    return ValidatingPolicy(
      name: name, matches: [marks.match, .notWindows], validations: validations, action: action)
  }
}

/// The validations of a pod as a whole.
struct PodHolding {
  let profiles: [PolicyProfile]
  let minor: Int

  /// The fields of a pod that decide what it may do, besides its security context.
  static let fields: [FieldName] = [
    .automountServiceAccountToken, .hostIPC, .hostNetwork, .hostPID, .hostUsers,
    .runtimeClassName, .shareProcessNamespace,
  ]

  var validations: [ValidatingPolicy.Validation] {
    Self.fields.compactMap(held) + [fsGroup, supplementalGroups].compactMap { $0 }
  }

  private func says(_ condition: PolicyCondition, _ words: String) -> ValidatingPolicy.Validation {
    ValidatingPolicy.Validation(
      .pod(condition), message: "profile \(profiles[0].name) \(words)")
  }

  private func held(to name: FieldName) -> ValidatingPolicy.Validation? {
    guard let field = PodSchema.shipped["PodSpec"]?[name], field.exists(in: minor) else {
      return nil
    }
    let said = profiles.map { $0.pod[name] }
    guard !said.contains(nil) else { return nil }
    let values = said.compactMap { $0 }.distinct
    let place = PolicyPlace(known: .pod, .spec, name)
    let conditions = values.map { value -> PolicyCondition in
      value == .bool(false) && !field.isPointer ? .not(.isTrue(place)) : .equals(place, value)
    }
    return says(.any(conditions), "requires \(name.text): \(values.alternatives)")
  }

  private var fsGroup: ValidatingPolicy.Validation? {
    guard
      let ranges = IdRanges.of(
        profiles, { $0.podContext[.fsGroup].map { [$0] } }, \.allowed.groups)
    else { return nil }
    let place = PolicyPlace.podContext.known(.fsGroup)
    let isSaid = profiles.allSatisfy { $0.podContext[.fsGroup] != nil }
    let isWithin = PolicyCondition.isWithin(place, ranges)
    return says(
      isSaid ? isWithin : .any([.not(.has(place)), isWithin]),
      "requires fsGroup to be \(IdRanges.words(ranges))")
  }

  private var supplementalGroups: ValidatingPolicy.Validation? {
    guard
      let ranges = IdRanges.of(
        profiles, { $0.podContext[.supplementalGroups]?.items }, \.allowed.groups)
    else { return nil }
    let place = PolicyPlace.podContext.known(.supplementalGroups)
    return says(
      .not(.hasOutside(place, ranges)),
      "allows in supplementalGroups only \(IdRanges.words(ranges))")
  }
}
