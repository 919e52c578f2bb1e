public import Flyte
public import Values

/// Everything that is written of a cluster: what runs, and besides it what is only reported.
public struct PlannedCluster: Sendable {
  /// The deployment that runs.
  public let deployment: Deployment
  /// The behavior of the binary once the planned patches are deployed.
  public let planned: Behaviors
  /// Every patch known, in the order patches are applied.
  public let patches: [ChosenPatch]
  /// The patch files to review and apply, in order.
  public let files: [PatchFile]
  /// The sources that the patches were computed from; nil without sources.
  public let source: SourceRecord?
  /// The lines that assign profiles, as plain values.
  public let assign: OriginTree

  /// The cluster's name, which is also its folder in the output.
  public var name: String { deployment.name }

  /// Makes a value.
  public init(
    deployment: Deployment, planned: Behaviors, patches: [ChosenPatch], files: [PatchFile],
    source: SourceRecord?, assign: OriginTree
  ) {
    self.deployment = deployment
    self.planned = planned
    self.patches = patches
    self.files = files
    self.source = source
    self.assign = assign
  }
}
