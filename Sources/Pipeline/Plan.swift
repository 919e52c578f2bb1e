public import Deployments
public import Output

/// Everything that is decided: one rendering a cluster. From here on nothing can fail but writing.
public struct Plan: Sendable {
  /// The clusters, in the order of the config.
  public let renderings: [Rendering]
  /// True if the run looks at all clusters of the config, so that folders of others are stale.
  public let isWhole: Bool
  /// Folders of vendored sources whose repository has moved on.
  public let outdatedSources: [String]

  /// The files of each cluster.
  public var clusters: [PlannedCluster] { renderings.map(\.cluster) }
  /// The deployment of each cluster.
  public var deployments: [Deployment] { clusters.map(\.deployment) }
}
