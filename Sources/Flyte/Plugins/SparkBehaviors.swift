/// The behavior of the Spark plugin, as far as releases differ.
struct SparkBehaviors: Sendable {
  /// The security contexts of the fields `securityContext` and `podSecurityContext`.
  enum Contexts: Sendable {
    /// The pod's as `securityContext`.
    case pod
    /// The container's and the pod's, each under its name (v1.16.7).
    case both
    /// The pod's under its name alone (v2.0.39).
    case podAlone
  }

  /// The rule by which the task's own pods of driver and executor are merged.
  enum OwnPods: Sendable {
    /// They are not read.
    case ignored
    /// The task's pod is merged under them as if it were a template (v1.15.0).
    case merged
    /// They are laid over the task's pod (v1.15.1).
    case overlaid
    /// They replace the template, and reach nothing else (v2.0.41).
    case templates
  }

  /// True if the task's pod counts (v1.9.18); else settings alone do.
  var readsPod: Bool
  var contexts: Contexts
  var ownPods: OwnPods
  /// True if labels and annotations of the own pods count (v1.15.0 to the end of v1).
  var readsOwnNames: Bool
  /// True if labels and annotations of the task's pod count, and its priority class (v1.16.8).
  var readsPodNames: Bool
  /// True if the executor names its service account; else the application does.
  var namesExecutorAccount: Bool
  /// True if the application names one for both.
  var namesAccount: Bool
  /// True if the deploy mode is said (v1.16.7 to the end of v1).
  var saysMode: Bool
  /// True if the pod is sent as a template where the operator takes one (v2.0.39).
  var sendsTemplate: Bool
  /// True if the task's container in a template has Spark's name (v2.0.41).
  var renamesContainer: Bool
  /// True if nodes and tolerations of the settings are added again after a merge (v2.0.24).
  var constrainsAgain: Bool
}
