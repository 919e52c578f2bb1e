public import PodAPI
public import Values

/// A field of a pod: its value, who made it so, and whose values lost.
public struct FieldOrigin: Sendable {
  /// Somebody who says something of a field.
  public struct Saying: Sendable {
    /// Who says it.
    public let source: Source
    /// What is said.
    public let value: PodValue
    /// The place that says it.
    public let origin: Origin?
    /// Why it does not count; nil: it does, or another value lies over it.
    public let reason: String?
  }

  /// Who says something of a field.
  public enum Source: Sendable, Hashable {
    /// The author of the task.
    case task
    /// A setting of Flyte: `plugins.k8s.default-security-context`.
    case setting(ByteText)
    /// The chart's own value of a setting.
    case chart(ByteText)
    /// The PodTemplate, for the pod.
    case podTemplate
    /// An entry of the PodTemplate's containers.
    case entry(ByteText)
    /// The API server, when it keeps the PodTemplate.
    case templateDefault(entry: ByteText?)
    /// Flyte, by itself.
    case flyte
    /// Flyte, for co-pilot.
    case copilot
    /// The secret webhook.
    case webhook
    /// The API server, when the pod is created.
    case apiServer
  }

  /// The field.
  public let path: PodField
  /// Its value in the pod as the API server keeps it; nil: it has none.
  public let value: PodValue?
  /// Who made it so; of a list everybody who added to it; empty: nobody.
  public let makers: [Saying]
  /// Whose values are not in the pod, the uppermost first.
  public let lost: [Saying]
}
