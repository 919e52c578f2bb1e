public import Values

/// Flyte's configuration according to the user's own values files, each value with its place.
public struct InstalledValues: Sendable {
  /// `plugins.k8s`, as far as an overlay is laid over it; `null` takes the chart's own value away.
  public var settings = OriginTree.empty
  /// `webhook`, as far as an overlay is laid over it.
  public var webhook = OriginTree.empty
  /// `plugins.k8s` of files that Flyte reads after the overlay's: it wins over the overlay.
  public var laterSettings = OriginTree.empty
  /// `webhook` of such files.
  public var laterWebhook = OriginTree.empty
  /// `plugins.ray`.
  public var ray = OriginTree.empty
  /// `plugins.spark`, which no overlay touches.
  public var spark = OriginTree.empty
  /// `internalApps`, which no overlay touches.
  public var apps = OriginTree.empty
  /// The namespace of the pods of old map tasks (`plugins.k8s-array.namespaceTemplate`, v1); nil: that of
  /// the task.
  public var arrayNamespace: Located<String>?
  /// The service account of tasks that name none.
  public var serviceAccount: Located<String>?
  /// The secret managers that `webhook` names, in the order they are asked.
  public var secretManagers: [Located<SecretManager>] = []
  /// The tag of Flyte's image.
  public var flyteTag: Located<String>?
  /// The repository of Flyte's image.
  public var flyteRepository: Located<String>?
  /// True if co-pilot's image is named where it wins over the chart's own keys for it.
  public var namesCopilotImageInline = false
  /// True if Flyte's configuration is a ConfigMap or Secret of the user's own: the chart makes none, so
  /// neither the values nor an overlay reach Flyte.
  public var isExternal = false
  /// The value that gives flytepropeller rights in its own namespace only. Its watch of PodTemplates is
  /// for all namespaces, so it is refused, and no PodTemplate has any effect (flyte-core, v1.16.0).
  public var namespaceScope: Origin?
  /// Flyte's own templates of resources; nil: no chart is named, or this Flyte makes none of templates.
  public var resources: ResourceTemplates?
  /// Lists that Helm would replace as a whole, and that an overlay has to repeat.
  public var lists: [KeptList] = []

  /// A list of the values that an overlay must not lose.
  public struct KeptList: Sendable {
    /// The keys that lead to it in the values.
    public let path: [ByteText]
    /// Its entries.
    public let items: [PlainValue]

    /// Makes a list.
    public init(path: [String], items: [PlainValue]) {
      self.path = path.map { ByteText($0) }
      self.items = items
    }
  }

  /// No values.
  public init() {}
}
