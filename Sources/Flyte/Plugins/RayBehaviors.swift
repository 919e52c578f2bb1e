/// The behavior of the Ray plugin, as far as releases differ.
struct RayBehaviors: Sendable {
  /// The containers that head and workers take from the task's pod.
  enum Containers: Sendable {
    /// The task's own alone; workers get no init containers but one of the plugin's.
    case primary
    /// All (v1.10.6-b0).
    case all
  }

  /// The rule by which a group's own pod is merged into the task's.
  enum GroupPods: Sendable {
    /// It is not read.
    case ignored
    /// The resources of the container named as the operator's (v1.14.0).
    case resources
    /// Also the runtime class (v1.15.0).
    case resourcesAndRuntimeClass
    /// All of it, but for containers that the task's pod lacks (v1.15.1).
    case merged
  }

  /// The pod that submits the job.
  enum Submitter: Sendable {
    /// Left to the operator.
    case none
    /// A copy of the head's (v1.11.0-b0).
    case head
    /// A copy of the task's (v1.14.0).
    case task
    /// A copy of the head's with a container of the plugin's own in place of all others (v2.0.0).
    case headWithOwnContainer
    /// One of the plugin's own (v2.0.2), which has the execution's labels from v2.0.38 on.
    case own(isNamed: Bool)
  }

  /// The service account of head and workers.
  enum Account: Sendable {
    /// That of the execution.
    case execution
    /// That of the execution, or else of the settings (v1.13.0-rc0, v2).
    case executionFirst
    /// That of the settings, or else of the execution (v1.14.0).
    case settingFirst
  }

  var apiVersion: String
  var containers: Containers
  /// True if workers get `init-myservice` (until v1.11.1).
  var waitsForService: Bool
  /// True if `plugins.ray.logsSidecar` is read (v1.10.6-b0).
  var readsLogsSidecar: Bool
  /// True if the task decides on autoscaling and on what is left after it (v1.10.7-b0).
  var readsJobOptions: Bool
  /// True if the head says its number of replicas (until v1.11.1-b0).
  var countsHeads: Bool
  var groupPods: GroupPods
  var submitter: Submitter
  /// True if the container of the pod that submits the job is the plugin's own (v2).
  var writesSubmitter: Bool {
    switch submitter {
    case .headWithOwnContainer, .own: true
    case .none, .head, .task: false
    }
  }
  var account: Account
  /// True if the copy of the task's pod has the service account of head and workers (v1.16.0-b3); else
  /// it has that of the settings.
  var sharesAccount: Bool
  /// The service account of the settings where they name none.
  var defaultAccount: String
  /// True if workers get `default-labels` and `default-annotations` (v1.14.0).
  var namesWorkers: Bool
  /// True if `plugins.ray.enableIngress` is read (v1.16.5 to the end of v1); else there is an ingress.
  var readsIngress: Bool
  /// True if the task's options of the autoscaler are passed (v1.16.7, v2.0.42).
  var readsAutoscalerOptions: Bool
  /// True if the autoscaler's options can have a security context (v1.10.7-b3).
  var takesAutoscalerContext: Bool
  /// True if `plugins.ray.submissionMode` is read (v2.0.41).
  var readsSubmissionMode: Bool
  /// True if pods are labeled as Flyte's whatever their group says (v2.0.41).
  var labelsManaged: Bool
  /// True if nodes and tolerations of the settings are added again after a merge (v2.0.24).
  var constrainsAgain: Bool
}
