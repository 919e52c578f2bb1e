public import Deployments
public import Values

/// A cluster on one side of a comparison, from a config or from files.
public struct ComparedCluster: Sendable {
  /// The deployment that runs.
  public let deployment: Deployment
  /// The other facts in `setup.yaml`: about the setup, patches and sources.
  public let facts: PlainValue
  /// The Helm overlay as values; nil: none.
  public let overlay: PlainValue?
  /// The patch files, in order.
  public let patches: [PatchFile]

  /// Makes a cluster.
  public init(
    deployment: Deployment, facts: PlainValue, overlay: PlainValue?, patches: [PatchFile]
  ) {
    self.deployment = deployment
    self.facts = facts
    self.overlay = overlay
    self.patches = patches
  }
}

/// One side of a comparison.
public struct ComparedSide: Sendable {
  /// Its name in sentences: `generated`, `main`.
  public let name: String
  /// The clusters.
  public let clusters: [ComparedCluster]

  /// Makes a side.
  public init(name: String, clusters: [ComparedCluster]) {
    self.name = name
    self.clusters = clusters
  }
}
