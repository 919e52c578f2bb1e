public import Flyte

/// A pod that is refused. It is written as YAML only where a format shows it.
public struct AuditPod: Sendable {
  /// The shape of its task.
  public let task: String
  /// The pod as Flyte and the webhook leave it.
  public let pod: BuiltPod
}
