import Values

/// A difference between the pods that Flyte makes of a task before and after.
struct Effect: Sendable {
  /// The part of the pod that differs.
  enum Subject: Sendable, Hashable {
    /// A field, by its path below the pod or the container.
    case field(ChangePath)
    /// A container that one of the pods lacks.
    case container
    /// The pod is made on one side only.
    case pod
    /// Only the answer of the API server differs.
    case admission
  }

  /// The shape of the task.
  let task: String
  /// The container; nil: the pod.
  let container: ByteText?
  let subject: Subject
  let before: PlainValue?
  let after: PlainValue?
  let meaning: Meaning

  /// Returns whether the API server sets a field because of another one: the host's port of every port of a
  /// pod on the host's network, and the annotations of old for AppArmor.
  func isOf(_ path: ChangePath, by field: ChangePath) -> Bool {
    switch field.lastField ?? "" {
    case "hostNetwork":
      guard path.steps.first == .field("ports"), let before, let after else { return false }
      func others(_ port: PlainValue) -> PlainValue {
        .mapping(port.entries.filter { $0.key != "hostPort" })
      }
      return TreeComparison.isSame(others(before), others(after))
    case "appArmorProfile":
      let annotations = ChangePath(fields: ["metadata", "annotations"])
      guard case .entry(let key)? = path.relative(to: annotations)?.steps.first else {
        return false
      }
      return key.text.hasPrefix("container.apparmor.security.beta.kubernetes.io/")
    default: return false
    }
  }
}
