public import Flyte

/// A kind of pod that Flyte makes, or has made, and that no answer covers: a row of docs/coverage.md.
public struct NotCovered: Sendable, Hashable {
  /// The pods, as docs/coverage.md calls them.
  @Bytewise public private(set) var pods: String
  /// The first release that has them; nil: all.
  let since: Release?
  /// The plugins that make them.
  let plugins: [FlytePlugin]

  private init(_ pods: String, _ plugins: [FlytePlugin], since: String? = nil) {
    self.pods = pods
    self.plugins = plugins
    self.since = since.flatMap(Release.named)
  }

  /// All of them.
  public static let all = [
    NotCovered("Ray head, worker and submitter", [.ray]),
    NotCovered("Spark driver and executor", [.spark]),
    NotCovered("Dask scheduler, worker and job runner", [.dask]),
    NotCovered("TensorFlow and MPI workers", [.tensorflow, .mpi]),
    NotCovered("PyTorch workers beside a master", [.pytorch]),
    NotCovered("MPI launcher", [.mpi]),
    NotCovered("JobSet (`clustered`)", [.jobset], since: "v2.0.18"),
    NotCovered("apps of Flyte 2 (Knative)", [.apps], since: "v2.0.13"),
  ]

  /// Those that a release can make, but for plugins that are told of by name.
  public static func of(_ release: Release, besides named: [FlytePlugin] = []) -> [NotCovered] {
    all.filter { kind in
      (kind.since.map { $0 <= release } ?? true) && !kind.plugins.allSatisfy(named.contains)
    }
  }
}
