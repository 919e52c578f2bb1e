import PodAPI
import Values

/// The behavior of the Dask plugin, as far as releases differ.
struct DaskBehaviors: Sendable {
  /// True if a task without resources of workers and scheduler breaks it (until v1.13.3; v2.0.0).
  var needsResources: Bool
  /// True if resources of workers and scheduler are completed as a container task's (v1.15.1).
  var completesResources: Bool
  /// True if the scheduler gets a readiness probe (v2).
  var probesScheduler: Bool
}

/// Makes `DaskJob`: scheduler, workers and the runner of the job, each with a copy of the task's pod.
struct DaskPlugin {
  let build: PluginBuild

  private var behaviors: DaskBehaviors { build.behaviors.dask }

  static func resource(_ build: PluginBuild) throws(PluginFailure) -> PluginResource {
    try DaskPlugin(build: build).resource()
  }

  private func resource() throws(PluginFailure) -> PluginResource {
    let scheduler = build.task.custom["scheduler"]
    let workers = build.task.custom["workers"]
    let pod = try build.plainPod()
    let lasting = try build.plainPod { $0.isInterruptible = false }
    if behaviors.needsResources, scheduler?["resources"] == nil || workers?["resources"] == nil {
      throw .crash
    }
    let worker = try part("dask-worker", workers, of: pod)
    var schedulerSpec = try part("scheduler", scheduler, of: lasting)
    schedulerSpec.changeContainer(schedulerSpec.container("scheduler") ?? 0) { container in
      container[.ports] = .list(Self.ports)
      if behaviors.probesScheduler, container[.readinessProbe] == nil {
        container[.readinessProbe] = Self.probe
      }
    }
    var runner = try renamed("job-runner", lasting)
    runner.set(.restartPolicy, "Never")
    // The metadata of job and cluster; the pods have none of it in the resource.
    var metadata = pod.metadata
    for (name, own) in [
      (FieldName.labels, build.execution.labels), (.annotations, build.execution.annotations),
    ] {
      metadata[name] = .map((metadata[name]?.map ?? PodMap()).union(own))
    }
    let cluster = PlainValue.fields([
      ("metadata", metadata.plain),
      (
        "spec",
        .fields([
          (
            "worker",
            .fields([
              ("replicas", .integer(workers?.number("numberOfWorkers") ?? 0)),
              ("spec", worker.plain),
            ])
          ), ("scheduler", .fields([("spec", schedulerSpec.plain), ("service", service)])),
        ])
      ),
    ])
    let none = PodObject()
    return build.resource(
      "kubernetes.dask.org/v1", "DaskJob", metadata: metadata,
      spec: .fields([
        ("job", .fields([("spec", runner.plain)])), ("cluster", cluster),
      ]),
      pods: [
        RolePod(.jobRunner, metadata: none, spec: runner),
        RolePod(.scheduler, metadata: none, spec: schedulerSpec),
        RolePod(.worker(group: nil), metadata: none, spec: worker),
      ])
  }

  private func renamed(_ name: String, _ pod: BuiltPod) throws(PluginFailure) -> PodObject {
    var spec = pod.spec
    guard let index = spec.container(pod.primaryContainer) else {
      throw .badTask("primary container [\(pod.primaryContainer)] not found in pod spec")
    }
    spec.changeContainer(index) { $0.set(.name, name) }
    return spec
  }

  /// The pod of scheduler or workers.
  private func part(
    _ name: String, _ config: PlainValue?, of pod: BuiltPod
  ) throws(PluginFailure) -> PodObject {
    var spec = try renamed(name, pod)
    spec.changeContainer(spec.container(name) ?? 0) { container in
      if let image = config?.text("image"), !image.isEmpty { container.set(.image, image) }
      var resources = config?["resources"].map(TaskResources.requirements) ?? PodObject()
      guard !resources.isEmpty else { return }
      if behaviors.completesResources {
        resources = ResourceDefaults(
          behaviors: build.model.behaviors, settings: build.model.settings, primaryContainer: name
        ).completed(resources)
      }
      container[.resources] = .object(resources)
    }
    spec.set(.restartPolicy, "Always")
    return spec
  }

  private var service: PlainValue {
    func port(_ name: String, _ number: Int64) -> PlainValue {
      .fields([
        ("name", .string(name)), ("protocol", .string("TCP")), ("port", .integer(number)),
        ("targetPort", .string(name)),
      ])
    }
    return .fields([
      ("type", .string("NodePort")),
      (
        "selector",
        .fields([
          ("dask.org/cluster-name", .string(build.task.shape.executionName)),
          ("dask.org/component", .string("scheduler")),
        ])
      ), ("ports", .list([port("tcp-comm", 8786), port("dashboard", 8787)])),
    ])
  }

  private static let ports: [PodValue] = [("tcp-comm", 8786), ("dashboard", 8787)].map {
    .object(
      PodObject([
        .init(.name, .string($0.0)), .init(.containerPort, .integer($0.1)),
        .init(.protocol, .string("TCP")),
      ]))
  }

  private static let probe: PodValue = .object(
    PodDecoder.newest.decode(
      .fields([
        ("httpGet", .fields([("port", .string("dashboard"))])),
        ("initialDelaySeconds", .integer(5)), ("periodSeconds", .integer(5)),
        ("failureThreshold", .integer(30)),
      ]), as: "Probe"))
}
