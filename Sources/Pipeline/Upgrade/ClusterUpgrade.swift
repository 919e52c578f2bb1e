public import Changes
public import Deployments
public import Flyte

/// The changes that another release would make in a cluster.
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
    /// Its state after; nil: the target release does not know the patch.
    public let after: SurveyedPatch.State?
    /// The reason, in plain words; may be empty.
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
    /// Those whose pods are admitted from here on.
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
  /// The changes that the config or the cluster needs before the upgrade.
  public let obstacles: [String]
  /// The changes of admission policies, in words.
  public let policies: [String]
  /// The changes in Flyte itself.
  public let upstream: [UpstreamChange]
  /// The patches whose state changes.
  public let patches: [Patch]
  /// The keys that are added or removed.
  public let keys: [Key]
  /// The differences between files and pods.
  public let report: ChangeReport
  /// The releases on the way at which other pods are refused; no pre-releases.
  public let verdicts: [Step]
  /// The steps, in order and in the imperative; the last is the way back.
  public let steps: [String]
}
