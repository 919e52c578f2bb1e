public import Values

/// A distinct change, however many clusters, namespaces and templates it reaches.
public struct Change: Sendable {
  /// The kind of thing that changed.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// A cluster.
    case cluster
    /// A namespace.
    case namespace
    /// The level that every pod of a template must meet.
    case claim
    /// A template as a whole.
    case template
    /// A field of a template.
    case field
    /// A setting of Flyte.
    case setting
    /// A value of the Helm overlay that is none of Flyte's settings.
    case overlay
    /// A fact of the setup.
    case fact
    /// A patch file.
    case patch
    /// A pod that changed although nothing that was compared explains it.
    case pod
  }

  /// The effect on pods.
  public enum Effect: Sendable, Hashable {
    /// It shows in pods, with this meaning.
    case shown(Meaning)
    /// No pod changes: another layer decides, on both sides.
    case hidden
    /// No pod changes: another change makes up for it.
    case cancelled
    /// It is about no field of a pod.
    case none
  }

  /// A pod in which it shows.
  public struct Witness: Sendable {
    /// The cluster.
    public let cluster: String
    /// A namespace that has the pod; nil where none is known.
    public let namespace: String?
    /// The template.
    public let template: String?
    /// The shape of the task.
    public let task: String
    /// The container; nil: the pod.
    public let container: String?
    /// The field of it, or what else differs.
    public let field: String
    /// Its value before; nil: none.
    public let before: PlainValue?
    /// Its value after; nil: none.
    public let after: PlainValue?
  }

  /// The kind.
  public let kind: Kind
  /// The way to it, as the files have it.
  public let path: ChangePath
  /// The field of a pod or a container that it is about; nil where it is about none.
  public let field: ChangePath?
  /// The value before; nil: none.
  public let before: PlainValue?
  /// The value after; nil: none.
  public let after: PlainValue?
  /// True if only the place of entries changed.
  public let isMove: Bool
  /// The meaning.
  public let meaning: Meaning
  /// The meaning of what is written, whatever pods make of it.
  public let stated: Meaning
  /// The effect on pods.
  public let effect: Effect
  /// A pod in which it shows; nil where it shows in none.
  public let witness: Witness?
  /// The place in the config that sets the new value; nil where it is not known.
  public let origin: Origin?
  /// The profiles of the templates that have it, in byte order.
  public let profiles: [String]
  /// The templates that it reaches, in byte order.
  public let templates: [String]
  /// The clusters that it reaches, in their order, each with its namespaces in byte order; none for
  /// what is about the cluster itself.
  public let reach: [Reach]

  /// A cluster that a change reaches.
  public struct Reach: Sendable {
    /// Its name.
    public let cluster: String
    /// The namespaces, in byte order.
    public let namespaces: [String]
  }

  /// The number of namespaces that it reaches.
  public var namespaceCount: Int { reach.reduce(0) { $0 + $1.namespaces.count } }
}
