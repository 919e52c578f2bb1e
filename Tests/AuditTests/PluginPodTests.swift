import Flyte
import Manifests
import Operators
import TestSupport
import Testing

@testable import Audit

/// The pods of plugins whose operator is named, in an audit.
@Suite struct PluginPodTests {
  private func audited(
    _ flyte: String, _ plugin: FlytePlugin, _ version: String,
    _ settings: Operator.Settings = .init(), patches: [ModeledPatch] = [], mode: String? = nil,
    ownPods: Bool = false, own: TreeLiteral? = nil
  ) throws -> AuditedCluster {
    let known = try #require(OperatorVersion(version))
    let runner = try #require(Operator(of: plugin, version: known, settings))
    var values = InstalledValues()
    if let mode { values.ray = tree(["submissionMode": .init(stringLiteral: mode)]) }
    if let own { values.settings = tree(own) }
    return ClusterAudit(
      try setup(
        flyte, manifest(["default"], inits: ["default-init"]), patches: patches,
        plugins: [PluginChoice(plugin, runner, ownPods: ownPods)], values: values
      ).subject
    ).run()
  }

  private func refusal(_ task: String, in cluster: AuditedCluster) -> AuditRefusal? {
    cluster.refusals.first { refusal in refusal.tasks.contains { $0 == task } }
  }

  @Test func eachRoleIsCounted() throws {
    let cluster = try audited("v1.16.8", .ray, "1.3.2")
    let roles = cluster.roles.map { "\($0.task) \($0.role) \($0.words)" }
    #expect(
      roles == [
        "ray head admitted", "ray worker:workers admitted", "ray submitter admitted",
        "ray-autoscaling head refused", "ray-autoscaling worker:workers admitted",
        "ray-autoscaling submitter admitted",
      ])
    let allWereRun = cluster.roles.allSatisfy(\.wasRun)
    #expect(allWereRun)
  }

  @Test func whatAnOperatorAddsIsItsOwn() throws {
    let cluster = try audited("v1.16.8", .ray, "1.3.2")
    let found = try #require(refusal("ray-autoscaling", in: cluster))
    #expect(found.causes.map(\.kind) == [.addedByOperator])
    #expect(found.causes[0].role == "the container 'autoscaler' of the head")
    #expect(found.seen == .inOperatorEvents)
  }

  /// Flyte sends both contexts, and the operator's definition drops a field of them.
  @Test func whatAnOperatorDropsIsSaid() throws {
    var settings = Operator.Settings()
    settings.webhook = true
    let cluster = try audited("v1.16.8", .spark, "1.3.8", settings)
    let found = try #require(refusal("spark", in: cluster))
    #expect(found.causes.allSatisfy { $0.kind == .lostOnTheWay && $0.words.contains("drops it") })
    #expect(found.fix.words == "move to spark-operator 2.5.2")
  }

  @Test func whatFlyteLosesIsSaid() throws {
    let cluster = try audited("v1.16.6", .spark, "2.5.2")
    let found = try #require(refusal("spark", in: cluster))
    #expect(found.causes.allSatisfy { $0.words.contains("does not carry it") })
    #expect(found.fix.words.hasSuffix("or move to Flyte v1.16.7 or later"))
  }

  @Test(arguments: [
    ("v2.0.43", FlytePlugin.ray, "1.3.2", "ray", "HTTPMode"),
    ("v1.16.8", .pytorch, "1.8.1", "pytorch", "--pytorch-init-container-template-file"),
    ("v2.0.43", .apps, "1.15.2", "app", "secure-pod-defaults"),
  ])
  func aSettingIsTheFix(
    flyte: String, plugin: FlytePlugin, version: String, task: String, words: String
  ) throws {
    let found = try #require(refusal(task, in: try audited(flyte, plugin, version)))
    #expect(found.fix.proof == .tried)
    #expect(found.fix.words.contains(words), "\(found.fix.words)")
  }

  /// Each patch is a fix for the pods that it is about, and for no others.
  @Test(arguments: [
    ("v1.16.8", FlytePlugin.ray, "1.3.2", "ray-autoscaling", ModeledPatch.rayAutoscaler),
    ("v2.0.40", .ray, "1.0.0", "ray", .raySubmitter), ("v1.11.0", .ray, "1.1.1", "ray", .rayInit),
    ("v1.16.6", .spark, "2.5.2", "spark", .sparkContexts),
  ])
  func aPatchIsTheFix(
    flyte: String, plugin: FlytePlugin, version: String, task: String, patch: ModeledPatch
  ) throws {
    let all = ModeledPatch.allCases.filter { !$0.isOptIn }
    let found = try #require(
      refusal(task, in: try audited(flyte, plugin, version, patches: all)))
    #expect(found.fix.proof == .tried)
    #expect(found.fix.words.contains("the patch '\(patch.rawValue)'"), "\(found.fix.words)")
    let none = try #require(refusal(task, in: try audited(flyte, plugin, version)))
    #expect(!none.fix.words.contains(patch.rawValue), "\(none.fix.words)")
  }

  @Test func anOperatorThatDeniesIsTheRefuser() throws {
    let found = try #require(
      refusal("spark", in: try audited("v2.0.40", .spark, "2.1.0")))
    #expect(found.refuser == .pluginOperator)
    #expect(found.fix.words == "move to spark-operator 2.5.2")
  }

  /// Nothing submits the job on these versions, though every pod is let in.
  @Test(arguments: ["1.1.1", "1.4.2"])
  func sidecarModeNeverStarts(version: String) throws {
    let cluster = try audited("v2.0.43", .ray, version, mode: "SidecarMode")
    let found = try #require(refusal("ray", in: cluster))
    #expect(found.message.contains("knows no 'SidecarMode', so the job never starts"))
  }

  /// The definition of 1.0 drops the mode, so its own submitter comes back.
  @Test(arguments: ["HTTPMode", "SidecarMode"])
  func aModeThatIsDroppedIsNamed(mode: String) throws {
    let found = try #require(
      refusal("ray", in: try audited("v2.0.43", .ray, "1.0.0", mode: mode)))
    let words = "KubeRay 1.0.0, which drops 'submissionMode: \(mode)', makes it"
    #expect(found.causes.contains { $0.words.hasPrefix(words) }, "\(found.causes.map(\.words))")
  }

  /// A class of accelerators with a template of its own can do what the level forbids.
  @Test(arguments: [("v2.0.43", true), ("v1.16.8", false)])
  func aDeviceClassIsJudged(flyte: String, isJudged: Bool) throws {
    var values = InstalledValues()
    values.settings = tree([
      "accelerator-device-classes": [
        "GOOGLE_TPU": ["pod-template": ["template": ["spec": ["hostNetwork": true]]]]
      ]
    ])
    let cluster = ClusterAudit(
      try setup(flyte, manifest(["default"]), patches: [], values: values).subject
    ).run()
    let found = refusal("accelerator-GOOGLE_TPU", in: cluster)
    #expect((found != nil) == isJudged)
    guard let found else { return }
    #expect(
      found.causes.contains {
        $0.words == "the setting 'accelerator-device-classes.GOOGLE_TPU' sets it"
      }, "\(found.causes.map(\.words))")
  }

  /// Plugins' tasks that ask for such an accelerator have the template in the pods that Flyte makes.
  @Test(arguments: [
    (FlytePlugin.ray, "1.3.2", "ray", ["head", "worker:workers"]),
    (.dask, "2026.3.0", "dask", ["scheduler", "worker", "job-runner"]),
    (.spark, "2.5.2", "spark", ["driver", "executor"]), (.apps, "1.15.2", "app", []),
  ])
  func aDeviceClassIsJudgedInPluginsPods(
    plugin: FlytePlugin, version: String, task: String, refused: [String]
  ) throws {
    let cluster = try audited(
      "v2.0.43", plugin, version, mode: plugin == .ray ? "HTTPMode" : nil,
      own: [
        "accelerator-device-classes": [
          "GOOGLE_TPU": ["pod-template": ["template": ["spec": ["hostNetwork": true]]]]
        ]
      ])
    let roles = cluster.roles.filter { $0.task == "\(task)-accelerator-GOOGLE_TPU" }
    #expect(roles.filter { $0.words == "refused" }.map(\.role) == refused)
    #expect(
      cluster.roles.contains { $0.task == task && $0.words == "refused" } == (plugin == .apps))
  }

  /// A pod of the task's own is judged where somebody says that tasks have one, and named else.
  @Test func podsOfTheTasksOwnAreJudgedOnRequest() throws {
    let without = try audited("v2.0.43", .spark, "2.5.2")
    #expect(refusal("spark-own-pods", in: without) == nil)
    #expect(without.plugins.map(\.pods) == ["with 'driver_pod' or 'executor_pod' of the task"])
    let with = try audited("v2.0.43", .spark, "2.5.2", ownPods: true)
    #expect(with.plugins.isEmpty)
    let found = try #require(refusal("spark-own-pods", in: with))
    #expect(found.tasks == ["spark-own-pods"])
    #expect(found.fix.words.contains("admission policy"))
    let patched = try audited(
      "v2.0.43", .spark, "2.5.2", patches: [.sparkOwnPods], ownPods: true)
    let fix = try #require(refusal("spark-own-pods", in: patched)).fix
    #expect(fix.proof == .tried)
    #expect(fix.words.contains("the patch 'spark-custom-pods'"), "\(fix.words)")
  }

  /// Nothing is said of a version that is outside of all that were run.
  @Test func otherVersionsAreNotJudged() throws {
    let cluster = try audited("v1.16.8", .ray, "9.0.0")
    #expect(cluster.roles.isEmpty)
    #expect(!cluster.tasks.contains { $0 == "ray" })
    #expect(cluster.plugins[0].why.contains("are not judged"))
  }

  @Test func aReleaseWithoutThePluginHasNoPods() throws {
    let cluster = try audited("v1.16.8", .apps, "1.15.2")
    #expect(cluster.roles.isEmpty)
    #expect(cluster.plugins.map(\.verdict) == [.noPod])
  }
}
