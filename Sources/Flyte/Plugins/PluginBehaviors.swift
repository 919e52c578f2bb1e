/// The behavior of the plugins whose resources operators read.
///
/// The tags at which a plugin changes are those at which the text of its source does.
public struct PluginBehaviors: Sendable {
  var ray: RayBehaviors
  var spark: SparkBehaviors
  var dask: DaskBehaviors
  var kubeflow: KubeflowBehaviors
  var clustered: ClusteredBehaviors
  var app: AppBehaviors
}

extension Release {
  /// The behavior of the release's plugins as upstream built them.
  public var plugins: PluginBehaviors {
    PluginBehaviors(
      ray: ray, spark: spark,
      dask: DaskBehaviors(
        needsResources: !isAtLeast("v1.14.0") || (line == .v2 && !isAtLeast("v2.0.7")),
        completesResources: isAtLeast("v1.15.1"), probesScheduler: line == .v2),
      kubeflow: KubeflowBehaviors(
        buildsEachReplica: isAtLeast("v1.10.6"), hasEvaluators: isAtLeast("v1.9.16"),
        readsCommon: isAtLeast("v1.13.0-rc0"),
        allowsNoWorkers: line == .v1 && isAtLeast("v1.15.0"),
        namesPyTorchJob: isAtLeast("v2.0.41")),
      clustered: ClusteredBehaviors(
        namesPods: isAtLeast("v2.0.21"), mostReplicas: isAtLeast("v2.0.39") ? 100_000 : nil),
      app: AppBehaviors(
        takesPods: isAtLeast("v2.0.31"), readsAccount: isAtLeast("v2.0.25"),
        labelsSecrets: isAtLeast("v2.0.31"), usesNamespace: isAtLeast("v2.0.28")))
  }

  /// True if the release is one of v1 from a tag on.
  private func isV1(from tag: String) -> Bool { line == .v1 && isAtLeast(tag) }

  private var ray: RayBehaviors {
    RayBehaviors(
      apiVersion: isAtLeast("v1.11.1-b1") ? "ray.io/v1" : "ray.io/v1alpha1",
      containers: isAtLeast("v1.10.6-b0") ? .all : .primary,
      waitsForService: !isAtLeast("v1.12.0-b0"), readsLogsSidecar: isAtLeast("v1.10.6-b0"),
      readsJobOptions: isAtLeast("v1.10.7-b0"), countsHeads: !isAtLeast("v1.11.1-b1"),
      groupPods: Self.rayGroupPods[self], submitter: Self.raySubmitters[self],
      account: Self.rayAccounts[self], sharesAccount: isV1(from: "v1.16.0-b3"),
      defaultAccount: Self.rayDefaultAccounts[self].text, namesWorkers: isAtLeast("v1.14.0"),
      readsIngress: isV1(from: "v1.16.5"),
      readsAutoscalerOptions: isV1(from: "v1.16.7") || isAtLeast("v2.0.42"),
      takesAutoscalerContext: isAtLeast("v1.10.7-b3"),
      readsSubmissionMode: isAtLeast("v2.0.41"), labelsManaged: isAtLeast("v2.0.41"),
      constrainsAgain: isAtLeast("v2.0.24"))
  }

  private var spark: SparkBehaviors {
    SparkBehaviors(
      readsPod: isAtLeast("v1.9.18"), contexts: Self.sparkContexts[self],
      ownPods: Self.sparkOwnPods[self], readsOwnNames: isV1(from: "v1.15.0"),
      readsPodNames: isV1(from: "v1.16.8"), namesExecutorAccount: isV1(from: "v1.16.7"),
      namesAccount: !isV1(from: "v1.16.7") && !isAtLeast("v2.0.39"),
      saysMode: isV1(from: "v1.16.7"), sendsTemplate: isAtLeast("v2.0.39"),
      renamesContainer: isAtLeast("v2.0.41"), constrainsAgain: isAtLeast("v2.0.24"))
  }

  private static let rayGroupPods = ReleaseFact<RayBehaviors.GroupPods>(
    .ignored,
    from: [
      ("v1.14.0", .resources), ("v1.15.0", .resourcesAndRuntimeClass), ("v1.15.1", .merged),
    ])
  private static let raySubmitters = ReleaseFact<RayBehaviors.Submitter>(
    .none,
    from: [
      ("v1.11.0-b0", .head), ("v1.14.0", .task), ("v2.0.0-alpha16", .headWithOwnContainer),
      ("v2.0.2", .own(isNamed: false)), ("v2.0.38", .own(isNamed: true)),
    ])
  private static let rayAccounts = ReleaseFact<RayBehaviors.Account>(
    .execution,
    from: [
      ("v1.13.0-rc0", .executionFirst), ("v1.14.0", .settingFirst),
      ("v2.0.0-alpha16", .executionFirst),
    ])
  private static let rayDefaultAccounts = ReleaseFact<ByteText>(
    "", from: [("v1.11.0-b0", "default"), ("v1.14.0", ""), ("v2.0.0-alpha16", "default")])
  private static let sparkContexts = ReleaseFact<SparkBehaviors.Contexts>(
    .pod, from: [("v1.16.7", .both), ("v2.0.0-alpha16", .pod), ("v2.0.39", .podAlone)])
  private static let sparkOwnPods = ReleaseFact<SparkBehaviors.OwnPods>(
    .ignored,
    from: [("v1.15.0", .merged), ("v1.15.1", .overlaid), ("v2.0.41", .templates)])
}
