public import Flyte

/// A kind of pod that Flyte makes, or has made, and that no answer covers: a row of docs/coverage.md.
public struct NotCovered: Sendable, Hashable {
  /// The pods, as docs/coverage.md calls them.
  @Bytewise public private(set) var pods: String
  /// The first release that has them; nil: all.
  let since: Release?

  private init(_ pods: String, since: String? = nil) {
    self.pods = pods
    self.since = since.flatMap(Release.named)
  }

  /// All of them.
  public static let all = [
    NotCovered("Ray head, worker and submitter"),
    NotCovered("Spark driver and executor"),
    NotCovered("Dask scheduler, worker and job runner"),
    NotCovered("TensorFlow and MPI workers"),
    NotCovered("PyTorch workers beside a master"),
    NotCovered("MPI launcher"),
    NotCovered("JobSet (`clustered`)", since: "v2.0.18"),
    NotCovered("apps of Flyte 2 (Knative)", since: "v2.0.13"),
  ]

  /// Those that a release can make.
  public static func of(_ release: Release) -> [NotCovered] {
    all.filter { kind in kind.since.map { $0 <= release } ?? true }
  }
}
