import APIServer
import PodAPI

/// What a pod can leave out so that an SCC sets it.
extension ConstraintAdmission {
  /// The fields that SCCs set where a pod leaves them out, below `securityContext`.
  private static let filled: TextMap<FieldName> = [
    "runAsUser": .runAsUser, "fsGroup": .fsGroup, "supplementalGroups": .supplementalGroups,
    "seLinuxOptions.level": .seLinuxOptions, "seLinuxOptions.role": .seLinuxOptions,
    "seLinuxOptions.type": .seLinuxOptions, "seLinuxOptions.user": .seLinuxOptions,
  ]

  /// The first usable SCC that lets the pod in without all fields that it refuses, and sets them.
  static func leaving(
    _ attempts: [ConstraintRefusal.Attempt],
    _ tried: [(provider: ConstraintProvider, subject: Subject?)], _ pod: SubmittedPod
  ) -> ConstraintRefusal.Leaving? {
    for (attempt, candidate) in zip(attempts, tried) where attempt.isUsable {
      let fields = attempt.faults.map(\.field.text).distinct
      let start = "securityContext."
      let known = fields.compactMap { field in
        field.hasPrefix(start) ? filled[String(field.dropFirst(start.count))] : nil
      }
      guard known.count == fields.count,
        known.allSatisfy({ candidate.provider.sets($0) }),
        apply(candidate.provider, to: pod.without(known, attempt.faults)).faults.isEmpty
      else { continue }
      return .init(constraint: attempt.constraint, fields: fields.map { ByteText($0) })
    }
    return nil
  }
}

extension ConstraintProvider {
  /// True if it sets a field where a pod leaves it out.
  fileprivate func sets(_ field: FieldName) -> Bool {
    switch field {
    case .runAsUser: users != nil
    case .fsGroup: !fsGroups.isEmpty
    case .supplementalGroups: !groups.isEmpty
    default: context != nil
    }
  }
}

extension SubmittedPod {
  /// The pod without some fields of its own, and of the containers that have the faults.
  fileprivate func without(
    _ fields: [FieldName], _ faults: [ConstraintFault]
  ) -> SubmittedPod {
    func cut(_ object: inout PodObject) {
      guard var context = object.part(.securityContext) else { return }
      for field in fields { context[field] = nil }
      object[.securityContext] = .object(context)
    }
    var result = self
    cut(&result.spec)
    for list in FieldName.containerLists {
      result.spec.changeItems(list) { container in
        let name = ByteText(container.text(.name))
        if faults.contains(where: { $0.container == name }) { cut(&container) }
      }
    }
    return result
  }
}
