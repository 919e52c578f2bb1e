import APIServer
import PodAPI

/// The fields that an SCC puts into pods that do not say them.
extension ConstraintProvider {
  /// The pod with the pod's own part of it.
  func fill(pod: SubmittedPod) -> SubmittedPod {
    var pod = pod
    var own = pod.spec.part(.securityContext) ?? PodObject()
    if own[.supplementalGroups] == nil, let group = groups.first {
      own[.supplementalGroups] = .list([.integer(group.lowerBound)])
    }
    if own[.fsGroup] == nil, let group = fsGroups.first {
      own[.fsGroup] = .integer(group.lowerBound)
    }
    if own[.seLinuxOptions] == nil, let context {
      own[.seLinuxOptions] = .object(context.object)
    }
    if let profile = seccomp.profile(for: pod), !profile.isEmpty {
      pod[annotation: SeccompRule.podAnnotation] = profile
      own[.seccompProfile] = SeccompRule.field(profile).map { .object($0) }
    }
    if !own.isEmpty || pod.spec[.securityContext] != nil {
      pod.spec[.securityContext] = .object(own)
    }
    return pod
  }

  /// A container with its part; the pod has its own already.
  func fill(container: PodObject, of pod: SubmittedPod) -> PodObject {
    var container = container
    let outer = pod.spec.part(.securityContext) ?? PodObject()
    var own = container.part(.securityContext) ?? PodObject()
    if own[.runAsUser] ?? outer[.runAsUser] == nil, let users {
      own[.runAsUser] = .integer(users.lowerBound)
    }
    if own[.seLinuxOptions] ?? outer[.seLinuxOptions] == nil, let context {
      own[.seLinuxOptions] = .object(context.object)
    }
    if own[.runAsNonRoot] ?? outer[.runAsNonRoot] == nil {
      let user = (own[.runAsUser] ?? outer[.runAsUser])?.integer
      if user.map({ $0 > 0 }) ?? (constraint.user == .nonRoot) {
        own[.runAsNonRoot] = .bool(true)
      }
    }
    own[.capabilities] = capabilities(own.part(.capabilities)).map { .object($0) }
    if constraint.needsReadOnlyRoot, own[.readOnlyRootFilesystem] == nil {
      own[.readOnlyRootFilesystem] = .bool(true)
    }
    if let said = pod[annotation: SeccompRule.containerAnnotation + container.text(.name)] {
      let field = SeccompRule.field(said)
      if field != own.part(.seccompProfile) ?? outer.part(.seccompProfile) {
        own[.seccompProfile] = field.map { .object($0) }
      }
    }
    if own[.allowPrivilegeEscalation] == nil {
      let addsAdmin =
        own.part(.capabilities)?.items(.add)
        .contains { $0.string == "CAP_SYS_ADMIN" } ?? false
      if let value = constraint.defaultEscalation, !own.flag(.privileged), !addsAdmin {
        own[.allowPrivilegeEscalation] = .bool(value)
      } else if !constraint.allowsEscalation {
        own[.allowPrivilegeEscalation] = .bool(false)
      }
    }
    if !own.isEmpty || container[.securityContext] != nil {
      container[.securityContext] = .object(own)
    }
    return container
  }

  /// A container's capabilities with those that the SCC adds and drops; sorted where it changes
  /// something.
  private func capabilities(_ own: PodObject?) -> PodObject? {
    func names(_ field: FieldName) -> TextSet {
      TextSet((own?.items(field) ?? []).compactMap(\.string))
    }
    let (added, dropped) = (names(.add), names(.drop))
    let moreAdded = added.union(constraint.addedCapabilities.filter { !dropped.contains($0) })
    let moreDropped = dropped.union(constraint.droppedCapabilities)
    guard moreAdded.count != added.count || moreDropped.count != dropped.count else { return own }
    func list(_ names: TextSet) -> PodValue? {
      let sorted = names.sorted()
      return sorted.isEmpty ? nil : .list(sorted.map { .string($0) })
    }
    var result = PodObject()
    result[.add] = list(moreAdded)
    result[.drop] = list(moreDropped)
    return result
  }
}

extension SELinuxContext {
  /// The context as pods have it.
  fileprivate var object: PodObject {
    var object = PodObject()
    for (field, text) in [
      (FieldName.level, level), (.role, role), (.type, type), (.user, user),
    ] where !text.isEmpty {
      object[field] = .string(text)
    }
    return object
  }
}
