/// A plugin of Flyte, or another thing that makes pods, which teams name in a config.
public enum FlytePlugin: String, Sendable, Hashable, CaseIterable {
  /// Ray clusters and jobs.
  case ray
  /// Spark applications.
  case spark
  /// Dask jobs.
  case dask
  /// Kubeflow's TensorFlow jobs.
  case tensorflow
  /// Kubeflow's PyTorch jobs.
  case pytorch
  /// Kubeflow's MPI jobs.
  case mpi
  /// Clustered tasks of Flyte 2 (JobSet).
  case jobset
  /// Apps of Flyte 2 (Knative).
  case apps
  /// Map tasks.
  case array
  /// Agents, connectors and other web APIs.
  case connectors
  /// Templates of accelerator device classes.
  case deviceClasses = "device-classes"
}
