import PodAPI
import Values

/// Makes `TFJob`, `PyTorchJob` and `MPIJob`: each replica gets the whole pod of the task.
struct KubeflowPlugin {
  /// A kind of replica, as a job has it.
  struct Replica {
    var key: String
    var role: PodRole
    /// The number; nil: the resource does not say.
    var count: Int64?
    var pod: BuiltPod
    var restartPolicy = "Never"
  }

  let build: PluginBuild
  /// The name that the operator knows the task's container by.
  let container: String

  private var behaviors: KubeflowBehaviors { build.behaviors.kubeflow }
  var custom: PlainValue { build.task.custom }

  static func resource(_ build: PluginBuild) throws(PluginFailure) -> PluginResource {
    switch build.task.plugin {
    case .tensorflow: try KubeflowPlugin(build: build, container: "tensorflow").tensorflow()
    case .mpi: try KubeflowPlugin(build: build, container: "mpi").mpi()
    default: try KubeflowPlugin(build: build, container: "pytorch").pytorch()
    }
  }

  // MARK: jobs

  private func pytorch() throws(PluginFailure) -> PluginResource {
    let before = try sharedPod()
    var master: Replica
    var worker: Replica
    switch build.task.version {
    case 0:
      let pod = try replicaPod(before)
      master = Replica(key: "Master", role: .master, count: 1, pod: pod)
      worker = Replica(
        key: "Worker", role: .worker(group: nil), count: custom.number("workers"), pod: pod)
    case 1:
      master = try replica(
        "Master", .master, custom["masterReplicas"], before, "master ", isMaster: true)
      worker = try replica(
        "Worker", .worker(group: nil), custom["workerReplicas"], before, "worker ")
    default: throw unknownVersion
    }
    if !behaviors.buildsEachReplica { master.count = nil }
    let workers = worker.count ?? 0
    if workers <= 0, !behaviors.allowsNoWorkers { throw noWorkers }
    let elastic = custom["elasticConfig"]
    var metadata = PodObject()
    if behaviors.namesPyTorchJob { metadata = try build.wrappedPod().metadata }
    return job(
      "PyTorchJob", "pytorchReplicaSpecs",
      (elastic == nil ? [master] : []) + (workers > 0 ? [worker] : []), metadata: metadata,
      more: elastic.map { config in
        [
          (
            "elasticPolicy",
            .fields([
              ("minReplicas", .integer(config.number("minReplicas"))),
              ("maxReplicas", .integer(config.number("maxReplicas"))),
              ("rdzvBackend", .string(config.text("rdzvBackend"))),
              ("nProcPerNode", .integer(config.number("nprocPerNode"))),
              ("maxRestarts", .integer(config.number("maxRestarts"))),
            ])
          )
        ]
      } ?? [])
  }

  private func tensorflow() throws(PluginFailure) -> PluginResource {
    typealias Kind = (key: String, role: PodRole, count: String, config: String)
    let kinds: [Kind] =
      [
        ("Chief", .chief, "chiefReplicas", "chiefReplicas"),
        ("Worker", .worker(group: nil), "workers", "workerReplicas"),
        ("PS", .parameterServer, "psReplicas", "psReplicas"),
      ]
      + (behaviors.hasEvaluators
        ? [("Evaluator", .evaluator, "evaluatorReplicas", "evaluatorReplicas")] : [])
    let before = try sharedPod()
    var replicas: [Replica] = []
    switch build.task.version {
    case 0:
      let pod = try replicaPod(before)
      for kind in kinds {
        replicas.append(
          Replica(key: kind.key, role: kind.role, count: custom.number(kind.count), pod: pod))
      }
    case 1:
      for kind in kinds {
        let config = custom[kind.config]
        guard replicaCount(config) > 0 else { continue }
        replicas.append(try replica(kind.key, kind.role, config, before, ""))
      }
    default: throw unknownVersion
    }
    replicas.removeAll { ($0.count ?? 0) <= 0 }
    guard replicas.contains(where: { $0.role == .worker(group: nil) }) else { throw noWorkers }
    return job("TFJob", "tfReplicaSpecs", replicas)
  }

  private func mpi() throws(PluginFailure) -> PluginResource {
    let before = try sharedPod()
    var launcher: Replica
    var worker: Replica
    var slots: Int64 = 1
    switch build.task.version {
    case 0:
      let pod = try replicaPod(before)
      var launchers = custom.number("numLauncherReplicas")
      if behaviors.buildsEachReplica { launchers = max(launchers, 1) }
      launcher = Replica(key: "Launcher", role: .launcher, count: launchers, pod: pod)
      worker = Replica(
        key: "Worker", role: .worker(group: nil), count: custom.number("numWorkers"), pod: pod)
      slots = custom.number("slots")
    case 1:
      launcher = try replica(
        "Launcher", .launcher, custom["launcherReplicas"], before, "launcher ", isMaster: true)
      worker = try replica(
        "Worker", .worker(group: nil), custom["workerReplicas"], before, "worker ")
    default: throw unknownVersion
    }
    if (worker.count ?? 0) <= 0 { throw noWorkers }
    if launcher.count == 0 {
      throw .message("number of launch worker should be more then 0")
    }
    return job(
      "MPIJob", "mpiReplicaSpecs", [launcher, worker],
      more: [("slotsPerWorker", .integer(slots))])
  }

  // MARK: replicas

  /// The one pod that all replicas start from, in releases that make it first.
  private func sharedPod() throws(PluginFailure) -> BuiltPod? {
    behaviors.buildsEachReplica ? nil : renamed(try build.wrappedPod())
  }

  private func replicaPod(
    _ before: BuiltPod?, _ change: (inout TaskShape) -> Void = { _ in }, _ words: String = ""
  ) throws(PluginFailure) -> BuiltPod {
    if let before { return before }
    do throws(PluginFailure) {
      return renamed(try build.wrappedPod(change))
    } catch {
      guard case .message(let text) = error else { throw error }
      throw .badTask("Unable to create \(words)replica spec: [\(text)]")
    }
  }

  /// The pod with the name of the operator's choice for the task's container.
  private func renamed(_ pod: BuiltPod) -> BuiltPod {
    var spec = pod.spec
    if let index = spec.container(pod.primaryContainer) {
      spec.changeContainer(index) { $0.set(.name, container) }
    }
    return BuiltPod(metadata: pod.metadata, spec: spec, primaryContainer: container)
  }

  /// The part of a replica's configuration that counts.
  private func part(_ config: PlainValue?) -> PlainValue {
    let config = config ?? .mapping([])
    return (behaviors.readsCommon ? config["common"] : nil) ?? config
  }

  private func replicaCount(_ config: PlainValue?) -> Int64 { part(config).number("replicas") }

  /// A replica as version 1 of the task types configures it.
  private func replica(
    _ key: String, _ role: PodRole, _ config: PlainValue?, _ before: BuiltPod?, _ words: String,
    isMaster: Bool = false
  ) throws(PluginFailure) -> Replica {
    let part = part(config)
    let resources = part["resources"].map(TaskResources.requirements) ?? PodObject()
    var pod = try replicaPod(before, { $0.resources = resources }, words)
    var spec = pod.spec
    if let index = spec.container(container) {
      spec.changeContainer(index) { container in
        let image = part.text("image")
        if !image.isEmpty { container.set(.image, image) }
        if before != nil, !resources.isEmpty { container[.resources] = .object(resources) }
      }
    }
    pod = BuiltPod(metadata: pod.metadata, spec: spec, primaryContainer: container)
    return Replica(
      key: key, role: role, count: isMaster ? 1 : part.number("replicas"), pod: pod,
      restartPolicy: Self.restartPolicy(part.text("restartPolicy")))
  }

  private static func restartPolicy(_ name: String) -> String {
    switch name {
    case "RESTART_POLICY_ON_FAILURE": "OnFailure"
    case "RESTART_POLICY_ALWAYS": "Always"
    default: "Never"
    }
  }

  // MARK: failures

  private var unknownVersion: PluginFailure {
    .badTask(
      "Invalid TaskSpecification, unsupported task template version [\(build.task.version)] key")
  }

  private var noWorkers: PluginFailure {
    .message(
      behaviors.buildsEachReplica
        ? "number of workers must be greater than 0" : "number of worker should be more then 0")
  }
}
