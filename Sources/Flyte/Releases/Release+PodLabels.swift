extension Release {
  /// Labels of which the pods of its tasks have one at least, whoever makes them: Flyte's own, those of
  /// dask-kubernetes 2022.12.0, which keeps none of Flyte's, and Knative's, the only ones of apps.
  public var podLabels: [String] { Self.podLabelFacts[self] }

  private static let podLabelFacts: ReleaseFact<[String]> = {
    let dask = "dask.org/cluster-name"
    return ReleaseFact<[String]>(
      ["execution-id", dask],
      from: [
        // Before v2.0.7 pods may carry either.
        ("v2.0.0-alpha16", ["execution-id", "flyte.org/action", dask]),
        ("v2.0.7", ["flyte.org/action", dask]),
        ("v2.0.13", ["flyte.org/action", dask, "serving.knative.dev/service"]),
      ])
  }()

  /// Containers whose pods may have none of these labels: the pod that submits a Ray job. Flyte makes it
  /// itself in v1.11.0 to v1.16.8, and labels it from v2.0.38 on; but KubeRay 1.0 makes a bare one of what
  /// it does not know.
  public var unlabeledContainers: [String] { Self.unlabeledFacts[self] }

  private static let unlabeledFacts = ReleaseFact<[String]>(
    ["ray-job-submitter"], from: [("v1.11.0-b0", []), ("v2.0.0-alpha16", ["ray-job-submitter"])])
}
