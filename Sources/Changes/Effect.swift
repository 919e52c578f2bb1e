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
}
