public import Flyte

/// A kind of pod that Flyte makes, or has made, and that no answer covers: a row of docs/coverage.md.
public struct NotCovered: Sendable, Hashable {
  /// The pods, as docs/coverage.md calls them.
  @Bytewise public private(set) var pods: String
  /// The plugin that makes them.
  let plugin: FlytePlugin

  private init(_ pods: String, _ plugin: FlytePlugin) {
    self.pods = pods
    self.plugin = plugin
  }

  /// All of them.
  public static let all = [
    NotCovered("Ray head, worker and submitter", .ray),
    NotCovered("Spark driver and executor", .spark),
    NotCovered("Dask scheduler, worker and job runner", .dask),
    NotCovered("TensorFlow workers", .tensorflow),
    NotCovered("PyTorch workers beside a master", .pytorch),
    NotCovered("MPI workers", .mpi),
    NotCovered("MPI launcher", .mpi),
    NotCovered("JobSet (`clustered`)", .jobset),
    NotCovered("apps of Flyte 2 (Knative)", .apps),
  ]

  /// Those that a release can make, but for plugins that are told of by name.
  public static func of(_ release: Release, besides named: [FlytePlugin] = []) -> [NotCovered] {
    all.filter { release.has($0.plugin) && !named.contains($0.plugin) }
  }
}
