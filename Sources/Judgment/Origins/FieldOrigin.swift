public import PodAPI
public import Values

/// A field of a pod: its value, its origin, and the values that it overrides.
public struct FieldOrigin: Sendable {
  /// A source that sets a field.
  public struct Saying: Sendable {
    /// The source.
    public let source: Source
    /// The value that it sets.
    public let value: PodValue
    /// The place that sets it.
    public let origin: Origin?
    /// The reason why it does not count; nil if it does, or if another value overrides it.
    public let reason: String?
  }

  /// A kind of source of a field.
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
    /// Flyte's plugin for the task.
    case plugin
    /// An operator, by its name.
    case byOperator(ByteText)
    /// The secret webhook.
    case webhook
    /// An admission policy that changes pods.
    case policy(ByteText)
    /// A LimitRange of the namespace.
    case limitRange(ByteText)
    /// An SCC of OpenShift.
    case constraint(ByteText)
    /// The API server, when the pod is created.
    case apiServer
  }

  /// The field.
  public let path: PodField
  /// Its value in the pod as the API server keeps it; nil: it has none.
  public let value: PodValue?
  /// The sources of the value; of a list, all sources of its entries; empty if there is none.
  public let makers: [Saying]
  /// Whose values are not in the pod, the uppermost first.
  public let lost: [Saying]
}
