import PodAPI

/// The validations of every container of a pod, init containers and co-pilot included.
struct ContainerHolding {
  let profiles: [PolicyProfile]
  let minor: Int

  /// Fields of Windows, and such as have validations of their own.
  private static let leftOut: [FieldName] = [.windowsOptions, .capabilities]

  var validations: [ValidatingPolicy.Validation] {
    let fields = (PodSchema.shipped["SecurityContext"]?.fields ?? []).filter {
      !Self.leftOut.contains($0.name) && $0.exists(in: minor)
    }
    return fields.compactMap { held(to: $0.name) }
      + [CapabilityHolding(profiles: profiles).validations, registries].flatMap { $0 }
  }

  private func says(
    _ condition: PolicyCondition, _ words: String
  ) -> ValidatingPolicy.Validation {
    .ofContainers(condition, profiles, words)
  }

  /// The profiles' values of a field for co-pilot's containers, or for the others, over all roles; empty
  /// where one of them leaves it open.
  private func values(_ name: FieldName, copilot: Bool) -> [PodValue] {
    let isOfPod = PolicyPlace.podContext.below(name) != nil
    let said = profiles.flatMap { profile in
      PolicyProfile.Role.allCases.filter { $0.isCopilot == copilot }.map { role in
        profile.contexts[role]?[name] ?? (isOfPod ? profile.podContext[name] : nil)
      }
    }
    return said.contains(nil) ? [] : said.compactMap { $0 }.distinct
  }

  private func held(to name: FieldName) -> ValidatingPolicy.Validation? {
    let (others, copilot) = (values(name, copilot: false), values(name, copilot: true))
    let condition = PolicyCondition.split(
      condition(name, others), copilot: condition(name, copilot), profiles)
    guard let condition else { return nil }
    let all = (others + copilot).distinct
    let words = ranges(name, all).map(IdRanges.words) ?? all.alternatives
    return says(condition, "requires securityContext.\(name.text) to be \(words)")
  }

  /// The ids that a field may have; nil for a field of another kind, or if any will do.
  private func ranges(_ name: FieldName, _ values: [PodValue]) -> [ClosedRange<Int64>]? {
    let own = values.isEmpty ? nil : values
    switch name {
    case .runAsUser: return IdRanges.of(profiles, { _ in own }, \.allowed.users)
    case .runAsGroup: return IdRanges.of(profiles, { _ in own }, \.allowed.groups)
    default: return nil
    }
  }

  private func condition(_ name: FieldName, _ values: [PodValue]) -> PolicyCondition? {
    if name == .runAsUser || name == .runAsGroup {
      guard let ranges = ranges(name, values) else { return nil }
      return inForce(name) { .isWithin($0, ranges) }
    }
    guard !values.isEmpty, !Self.isLoose(name, values) else { return nil }
    return inForce(name) { place in
      .any(values.map { Self.has($0, at: place, field: name) })
    }
  }

  /// Returns whether a value asks for nothing: it is what containers have anyway, or gives rights.
  private static func isLoose(_ name: FieldName, _ values: [PodValue]) -> Bool {
    switch name {
    case .privileged, .allowPrivilegeEscalation: values.contains(.bool(true))
    case .readOnlyRootFilesystem, .runAsNonRoot: values.contains(.bool(false))
    default: false
    }
  }

  /// The container's own value counts, then the pod's, where a pod can say it.
  private func inForce(
    _ name: FieldName, _ condition: (PolicyPlace) -> PolicyCondition
  ) -> PolicyCondition {
    let own = PolicyPlace.context.known(name)
    guard let pod = PolicyPlace.podContext.below(name) else { return condition(own) }
    return .any([condition(own), .all([.not(.has(own)), condition(pod)])])
  }

  private static func has(
    _ value: PodValue, at place: PolicyPlace, field: FieldName
  ) -> PolicyCondition {
    switch field {
    case .privileged: return .not(.isTrue(place))
    case .seccompProfile, .appArmorProfile:
      // A profile of the node's is as strict as whoever wrote it; Pod Security takes it as well.
      if value.object?[.type] == .string("RuntimeDefault") {
        return .isAmong(place.known(.type), [.string("RuntimeDefault"), .string("Localhost")])
      }
    default: break
    }
    guard let object = value.object else { return .equals(place, value) }
    return .all(object.fields.map { .equals(place.known($0.name), $0.value) })
  }

  private var registries: [ValidatingPolicy.Validation] {
    guard profiles.allSatisfy({ $0.allowed.registries != nil }) else { return [] }
    let names = Set(profiles.flatMap { $0.allowed.registries ?? [] }).sorted()
    let starts = names.map { ByteText($0.text.hasSuffix("/") ? $0.text : $0.text + "/") }
    return [
      says(
        .startsWith(.image, starts),
        "allows only images from \(names.map(\.text).joined(separator: ", "))")
    ]
  }
}

extension ValidatingPolicy.Validation {
  static func ofContainers(
    _ condition: PolicyCondition, _ profiles: [PolicyProfile], _ words: String
  ) -> ValidatingPolicy.Validation {
    ValidatingPolicy.Validation(
      .eachContainer(condition),
      message: "profile \(profiles[0].name) \(words); wrong in containers"
    )
  }
}

extension PolicyCondition {
  /// A condition on co-pilot's containers and one on the others; nil: anything will do.
  static func split(
    _ others: PolicyCondition?, copilot: PolicyCondition?, _ profiles: [PolicyProfile]
  ) -> PolicyCondition? {
    guard others != copilot else { return others }
    let named = PolicyCondition.startsWith(
      .containerName, [ByteText(profiles[0].copilotPrefix)])
    return .any([
      .all([.not(named), others ?? .always]), .all([named, copilot ?? .always]),
    ])
  }
}
