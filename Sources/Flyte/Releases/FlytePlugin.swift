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

extension Release {
  /// Returns whether the release has a plugin.
  public func has(_ plugin: FlytePlugin) -> Bool {
    switch plugin {
    case .ray, .spark, .dask, .tensorflow, .pytorch, .mpi, .connectors: true
    case .jobset: isAtLeast("v2.0.18")
    case .apps: isAtLeast("v2.0.13")
    case .array: line == .v1
    case .deviceClasses: line == .v2
    }
  }
}
