public import Changes
public import Deployments
public import Flyte

/// What another release would change in a cluster.
public struct ClusterUpgrade: Sendable {
  /// A key of Flyte's settings that one of the releases does not read.
  public struct Key: Sendable {
    /// `co-pilot.timeout`.
    public let name: String
    /// True if the release to go to reads it.
    public let appears: Bool
    /// True if the cluster has a value for it.
    public let isSet: Bool
  }

  /// A patch, before and after.
  public struct Patch: Sendable {
    /// Its name.
    public let name: String
    /// Its state before, whatever the running binary was built with.
    public let before: SurveyedPatch.State
    /// Its state after; nil: the release to go to does not know the patch.
    public let after: SurveyedPatch.State?
    /// Why, in plain words; may be empty.
    public let reason: String
    /// True if the running binary was built with it.
    public let isDeployed: Bool
  }

  /// A release on the way at which other pods are refused.
  public struct Step: Sendable {
    /// The release.
    public let release: Release
    /// The templates and tasks, as `flyte-default, copilot task`, whose pods are refused from here on.
    public let refused: [String]
    /// Those whose pods are let in from here on.
    public let admitted: [String]
  }

  /// The cluster.
  public let name: String
  /// The release that it has.
  public let from: Release
  /// The release to go to.
  public let to: Release
  /// Kubernetes' minor version before and after.
  public let kubernetes: (before: Int, after: Int)
  /// What the config must say otherwise, or the cluster must have, before it can be done.
  public let obstacles: [String]
  /// What Flyte's makers changed.
  public let upstream: [UpstreamChange]
  /// The patches whose state is another.
  public let patches: [Patch]
  /// The keys that appear or go.
  public let keys: [Key]
  /// What differs in files and pods.
  public let report: ChangeReport
  /// The releases on the way at which other pods are refused; no pre-releases.
  public let verdicts: [Step]
  /// The steps, in order and in the imperative; the last is the way back.
  public let steps: [String]
}
