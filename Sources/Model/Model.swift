public import Values

/// The meaning of a checked config: every name resolved, every profile layered, every namespace
/// given its templates. Nothing after it can blame the config.
public struct Model: Sendable {
  /// The clusters, in the order of the config.
  public let clusters: [Cluster]
  /// A folder of the user's own templates, relative to the current folder; looked up first.
  public let templatesFolder: Located<String>?
  /// Every profile as it is written.
  public let layers: [ProfileLayer]

  /// Makes a model.
  public init(
    clusters: [Cluster], templatesFolder: Located<String>? = nil, layers: [ProfileLayer] = []
  ) {
    self.clusters = clusters
    self.templatesFolder = templatesFolder
    self.layers = layers
  }
}
