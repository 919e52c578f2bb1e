/// The behavior of Kubeflow's three plugins, as far as releases differ.
struct KubeflowBehaviors: Sendable {
  /// True if each kind of replica gets a pod of its own (v1.10.6); before, one is made and changed.
  var buildsEachReplica: Bool
  /// True if TensorFlow's evaluators are read (v1.9.16).
  var hasEvaluators: Bool
  /// True if `common` of a replica is read (v1.13.0).
  var readsCommon: Bool
  /// True if a PyTorch job may have a master alone (v1.15.0 to the end of v1).
  var allowsNoWorkers: Bool
  /// True if the PyTorch job has the labels and annotations of the task's pod (v2.0.41).
  var namesPyTorchJob: Bool
}
