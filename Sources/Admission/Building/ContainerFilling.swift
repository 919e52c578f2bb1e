import PodAPI

/// The steps of a policy for the security contexts of a list's containers.
struct ContainerFilling {
  let profile: PolicyProfile
  let list: PolicyContainers
  let minor: Int

  /// Fields that are never filled: `privileged` and `procMount` only give rights, Windows' are not
  /// Linux's, and capabilities have their own steps.
  private static let leftOut: [FieldName] = [
    .privileged, .procMount, .windowsOptions, .capabilities,
  ]

  var steps: [PolicyStep] {
    let fields = fieldSteps
    let capabilities = capabilitySteps
    let isAsked = fields + capabilities
    guard !isAsked.isEmpty else { return [] }
    let context = PolicyPlace.context
    return [
      step(
        context, .empty, .not(.has(context)), "The security context of \(words), if there is none.")
    ] + isAsked
  }

  /// The list in comments.
  private var words: String { list == .main ? "containers" : "init containers" }

  private func step(
    _ place: PolicyPlace, _ value: PolicyStep.Value, _ condition: PolicyCondition,
    _ comment: String
  ) -> PolicyStep {
    PolicyStep(.each(list), set: place, to: value, when: condition, comment: comment)
  }

  /// A value for the containers of the list that are co-pilot's, for those that are not, or for all.
  private struct Part {
    let value: PodValue
    /// nil: of all.
    let isCopilot: Bool?
  }

  private func condition(_ part: Part, prefix: String) -> PolicyCondition {
    guard let isCopilot = part.isCopilot else { return .always }
    let named = PolicyCondition.startsWith(.containerName, [ByteText(prefix)])
    return isCopilot ? named : .not(named)
  }

  /// The values of a field in the roles of the list. Nothing tells the task's own container from those
  /// besides it, so what the profile says otherwise of the two is left to the template.
  private func parts(_ value: (PodObject) -> PodValue?) -> [Part] {
    func said(_ role: PolicyProfile.Role) -> PodValue? { profile.contexts[role].flatMap(value) }
    let others: PodValue?
    let copilot: PodValue?
    switch list {
    case .main:
      others = said(.main) == said(.primary) ? said(.main) : nil
      copilot = said(.copilot)
    case .initial:
      others = said(.initial)
      copilot = said(.initialCopilot)
    }
    if others == copilot { return others.map { [Part(value: $0, isCopilot: nil)] } ?? [] }
    return [
      others.map { Part(value: $0, isCopilot: false) },
      copilot.map { Part(value: $0, isCopilot: true) },
    ].compactMap { $0 }
  }

  private var fieldSteps: [PolicyStep] {
    let fields = PodSchema.shipped["SecurityContext"]?.fields ?? []
    return fields.filter { !Self.leftOut.contains($0.name) && $0.exists(in: minor) }
      .flatMap { field in parts { $0[field.name] }.compactMap { step(for: field.name, $0) } }
  }

  private func step(for name: FieldName, _ part: Part) -> PolicyStep? {
    // Only what makes a container stricter is filled in.
    if name == .allowPrivilegeEscalation ? part.value != .bool(false) : part.value == .bool(false) {
      return nil
    }
    let place = PolicyPlace.context.known(name)
    guard let fromPod = podCondition(name, part.value) else { return nil }
    return step(
      place, .literal(part.value),
      .all([
        .not(.has(place)), condition(part, prefix: profile.copilotPrefix), fromPod,
        acceptance(name, part.value),
      ]),
      "\(name.text) of \(words), if it is not set.")
  }

  /// The condition on the pod for a container's value to be filled in: a value of the pod's that a task
  /// chose stays in force. Nil: the pod gets the same value.
  private func podCondition(_ name: FieldName, _ value: PodValue) -> PolicyCondition? {
    guard let place = PolicyPlace.podContext.below(name) else { return .always }
    let isFilled = !PodFilling.leftOut.contains(name)
    guard isFilled, let own = profile.podContext[name], own != .bool(false) else {
      return .not(.has(place))
    }
    if own == value { return nil }
    return .any([.not(.has(place)), same(place, own)])
  }

  /// A place has a value; of a struct, each of its fields.
  private func same(_ place: PolicyPlace, _ value: PodValue) -> PolicyCondition {
    guard let object = value.object else { return .equals(place, value) }
    return .all(object.fields.map { .equals(place.known($0.name), $0.value) })
  }

  /// The values that the API server would refuse together with this one.
  private func acceptance(_ name: FieldName, _ value: PodValue) -> PolicyCondition {
    switch name {
    case .allowPrivilegeEscalation:
      let isPrivileged = PolicyCondition.isTrue(PolicyPlace.context.known(.privileged))
      // With a level, the capability is taken away.
      guard profile.addable == nil else { return .not(isPrivileged) }
      return .all([
        .not(isPrivileged),
        .not(.contains(PolicyPlace.capabilities.known(.add), "CAP_SYS_ADMIN")),
      ])
    case .seccompProfile:
      return .not(
        .isAnnotated(
          .container(AnnotatedProfile.seccomp),
          otherThan: AnnotatedProfile.texts(for: value, older: true)))
    case .appArmorProfile:
      return .not(
        .isAnnotated(
          .container(AnnotatedProfile.appArmor),
          otherThan: AnnotatedProfile.texts(for: value, older: false)))
    default: return .always
    }
  }

  private var capabilitySteps: [PolicyStep] {
    let drops = parts { context in
      context[.capabilities]?.object?[.drop].flatMap { $0.items.isEmpty ? nil : $0 }
    }
    let capabilities = PolicyPlace.capabilities
    let (add, drop) = (capabilities.known(.add), capabilities.known(.drop))
    var steps: [PolicyStep] = []
    if !drops.isEmpty {
      steps.append(
        step(
          capabilities, .empty, .not(.has(capabilities)),
          "Capabilities of \(words), if they are not set."))
    }
    for part in drops {
      let whose = condition(part, prefix: profile.copilotPrefix)
      steps.append(
        step(
          drop, .literal(part.value), .all([.not(.has(drop)), whose]),
          "Dropped capabilities of \(words), if none are named."))
      guard profile.dropsAll, part.value.items.contains(.string("ALL")) else { continue }
      steps.append(
        step(
          drop, .extended(["ALL"]),
          .all([.has(drop), .not(.contains(drop, "ALL")), whose]),
          "The level asks \(words) to drop all capabilities."))
    }
    if let addable = profile.addable {
      steps.append(
        step(
          add, .kept(addable), .hasOther(add, than: addable),
          "The level forbids \(words) to add other capabilities, SYS_PTRACE among them."))
    }
    return steps
  }
}
