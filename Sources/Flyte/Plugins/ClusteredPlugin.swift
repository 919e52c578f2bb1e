import PodAPI
import Values

/// The behavior of the plugin for clustered tasks, as far as releases differ.
struct ClusteredBehaviors: Sendable {
  /// True if the pods have the labels of the execution (v2.0.21).
  var namesPods: Bool
  /// The largest number of replicas that it takes (v2.0.39); nil: there is none.
  var mostReplicas: Int64?
}

/// Makes `JobSet` of clustered tasks (v2.0.18): one job, whose pods are the task's.
struct ClusteredPlugin {
  let build: PluginBuild

  static func resource(_ build: PluginBuild) throws(PluginFailure) -> PluginResource {
    try ClusteredPlugin(build: build).resource()
  }

  private func resource() throws(PluginFailure) -> PluginResource {
    let config = build.task.custom
    let replicas = config.number("replicas")
    guard replicas >= 1 else { throw .badTask("replicas must be >= 1, got \(replicas)") }
    if let most = build.behaviors.clustered.mostReplicas, replicas > most {
      throw .badTask("replicas must be <= \(most), got \(replicas)")
    }
    let processes = config.number("nprocPerNode")
    guard processes >= 1 else { throw .badTask("nproc_per_node must be >= 1, got \(processes)") }
    let pod: BuiltPod
    do throws(PluginFailure) {
      pod = try build.plainPod()
    } catch {
      guard case .message(let text) = error else { throw error }
      throw .badTask("failed to build pod spec: \(text)")
    }
    var spec = pod.spec
    spec.set(.restartPolicy, "Never")
    let name = build.task.shape.executionName
    if spec[.subdomain] == nil { spec.set(.subdomain, name) }
    let role = RolePod(
      .replica(of: "workers"),
      metadata: build.behaviors.clustered.namesPods ? build.named(pod.metadata) : pod.metadata,
      spec: spec)
    let job = PlainValue.fields([
      ("name", .string("workers")), ("replicas", .integer(1)),
      (
        "template",
        .fields([
          (
            "spec",
            .fields([
              ("parallelism", .integer(replicas)), ("completions", .integer(replicas)),
              ("completionMode", .string("Indexed")), ("backoffLimit", .integer(0)),
              ("template", role.template),
            ])
          )
        ])
      ),
    ])
    let restarts = config["failurePolicy"]?.number("maxRestarts") ?? 0
    let metadata = PodObject([
      .init(.labels, .map(PodMap([("flyte.org/execution", .string("exec"))]))),
      .init(
        .annotations,
        .map(
          PodMap([
            ("flyte.org/task-type", .string("clustered-task")),
            ("flyte.org/primary-container", .string(pod.primaryContainer)),
          ]))),
    ])
    return build.resource(
      "jobset.x-k8s.io/v1alpha2", "JobSet", metadata: metadata,
      spec: .fields([
        ("replicatedJobs", .list([job])),
        ("network", .fields([("enableDNSHostnames", .bool(true))])),
        ("successPolicy", .fields([("operator", .string("All"))])),
        (
          "failurePolicy",
          restarts == 0 ? nil : .fields([("maxRestarts", .integer(restarts))])
        ), ("ttlSecondsAfterFinished", config["ttlSecondsAfterFinished"]),
      ]), pods: [role])
  }
}
