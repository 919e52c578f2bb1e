import PodAPI
import Values

/// Makes `RayJob`: a head and groups of workers, each with a copy of the task's pod, and perhaps the
/// pod that submits the job.
struct RayPlugin {
  let build: PluginBuild

  var behaviors: RayBehaviors { build.behaviors.ray }
  var settings: OperatorSettings.Ray { build.settings.ray }
  var cluster: PlainValue { build.task.custom["rayCluster"] ?? .mapping([]) }

  /// The container that KubeRay takes for Ray's.
  static func container(of pod: RolePod) -> PodObject? {
    pod.spec[.containers]?.items.first?.object
  }

  static func resource(_ build: PluginBuild) throws(PluginFailure) -> PluginResource {
    try RayPlugin(build: build).resource()
  }

  private func resource() throws(PluginFailure) -> PluginResource {
    let pod = try build.wrappedPod()
    let head = try group(.head, cluster["headGroupSpec"] ?? .mapping([]), of: pod)
    let workers = try workerGroups.map { group throws(PluginFailure) -> RolePod in
      try self.group(.worker(group: ByteText(group.text("groupName"))), group, of: pod)
    }
    let mode = try mode()
    let submitter = mode == .job ? submitter(of: pod, head: head) : nil
    let job = build.task.custom
    let isAsked = behaviors.readsJobOptions && job["shutdownAfterJobFinishes"]?.bool == true
    let shutsDown = isAsked || settings.shutsDown
    let seconds =
      isAsked ? job.number("ttlSecondsAfterFinished") : settings.secondsAfterFinished
    let environment = job.text(
      behaviors.apiVersion == "ray.io/v1" ? "runtimeEnvYaml" : "runtimeEnv")
    let spec = PlainValue.fields([
      ("rayClusterSpec", clusterSpec(head: head, workers: workers)),
      ("shutdownAfterJobFinishes", shutsDown ? .bool(true) : nil),
      // Until v1.11 a pointer, which is written even where it is zero.
      (
        "ttlSecondsAfterFinished",
        seconds == 0 && behaviors.apiVersion == "ray.io/v1" ? nil : .integer(seconds)
      ),
      (
        behaviors.apiVersion == "ray.io/v1" ? "runtimeEnvYAML" : "runtimeEnv",
        environment.isEmpty ? nil : .string(environment)
      ),
      ("submissionMode", behaviors.readsSubmissionMode ? .string(mode.rawValue) : nil),
      ("submitterPodTemplate", submitter?.template),
    ])
    return build.resource(
      behaviors.apiVersion, "RayJob", metadata: pod.metadata, spec: spec,
      pods: [head] + workers + (submitter.map { [$0] } ?? []))
  }

  var workerGroups: [PlainValue] { cluster["workerGroupSpec"]?.items ?? [] }

  private enum Mode: String {
    case job = "K8sJobMode"
    case http = "HTTPMode"
    case sidecar = "SidecarMode"
  }

  private func mode() throws(PluginFailure) -> Mode {
    guard behaviors.readsSubmissionMode, !settings.submissionMode.isEmpty else { return .job }
    guard let mode = Mode(rawValue: settings.submissionMode) else {
      throw .badTask(
        "invalid ray submission mode \"\(settings.submissionMode)\": must be K8sJobMode, HTTPMode or "
          + "SidecarMode")
    }
    return mode
  }

  /// The pod of the head or of a group of workers.
  private func group(
    _ role: PodRole, _ config: PlainValue, of pod: BuiltPod
  ) throws(PluginFailure) -> RolePod {
    let isHead = role == .head
    var spec = pod.spec
    guard var primary = spec.container(pod.primaryContainer) else {
      throw .badTask("Unable to get primary container from the pod")
    }
    if behaviors.containers == .primary {
      spec[.containers] = (spec[.containers]?.items[primary]).map { .list([$0]) }
      primary = 0
    }
    if !isHead, behaviors.waitsForService { wait(&spec, like: primary) }
    spec.changeContainer(primary) { container in
      container.set(.name, isHead ? "ray-head" : "ray-worker")
      container.append(Self.ports, to: .ports)
      if !isHead { container[.lifecycle] = Self.stop }
    }
    if isHead, behaviors.readsLogsSidecar { addLogsSidecar(to: &spec, primary) }
    let own = config["k8sPod"]
    if let own { merge(own, into: &spec, primary) }
    if behaviors.constrainsAgain {
      build.constrain(&spec, isInterruptible: build.task.shape.isInterruptible)
    }
    spec.set(.serviceAccountName, account)
    var metadata = build.named(pod.metadata, isDefaulted: isHead || behaviors.namesWorkers)
    if let own = own?["metadata"], behaviors.groupPods == .merged {
      for (key, name) in [("labels", FieldName.labels), ("annotations", .annotations)] {
        let all = (metadata[name]?.map ?? PodMap()).union(own.texts(key))
        metadata[name] = all.isEmpty ? nil : .map(all)
      }
    }
    if behaviors.labelsManaged {
      metadata[.labels] = .map(
        (metadata[.labels]?.map ?? PodMap()).union(
          PodMap([("flyte.org/managed", .string("true"))])))
    }
    return RolePod(role, metadata: metadata, spec: spec)
  }

  /// The init container that waited for the head's service.
  private func wait(_ spec: inout PodObject, like primary: Int) {
    var container = PodObject()
    container.set(.name, "init-myservice")
    container.set(.image, "busybox:1.28")
    let worker = spec[.containers]?.items[primary].object
    container[.resources] = worker?[.resources]
    if !build.has(.rayInit) { container[.securityContext] = worker?[.securityContext] }
    if behaviors.containers == .primary { spec[.initContainers] = nil }
    spec.append([.object(container)], to: .initContainers)
  }

  private func addLogsSidecar(to spec: inout PodObject, _ primary: Int) {
    guard
      let known = settings.logsSidecar?.known(to: build.model.behaviors.apiMinor, as: "Container")
    else { return }
    let path = PodValue.string("/tmp/ray")
    let mounts = spec[.containers]?.items[primary].object?[.volumeMounts]?.items ?? []
    var mount = mounts.first { $0.object?[.mountPath] == path }?.object
    if mount == nil {
      let name = PodValue.string("system-ray-state")
      let volume = PodObject([.init(.name, name), .init(.emptyDir, .object(PodObject()))])
      spec.append([.object(volume)], to: .volumes)
      let added = PodObject([.init(.name, name), .init(.mountPath, path)])
      spec.changeContainer(primary) { $0.append([.object(added)], to: .volumeMounts) }
      mount = added
    }
    guard var readOnly = mount else { return }
    readOnly[.readOnly] = .bool(true)
    var sidecar = known
    let own = sidecar[.volumeMounts]?.items ?? []
    if own.contains(where: { $0.object?[.mountPath] == path }) {
      sidecar[.volumeMounts] = .list(
        own.map { $0.object?[.mountPath] == path ? .object(readOnly) : $0 })
    } else {
      sidecar.append([.object(readOnly)], to: .volumeMounts)
    }
    spec.append([.object(sidecar)], to: .containers)
  }

  /// Merges a group's own pod.
  private func merge(_ own: PlainValue, into spec: inout PodObject, _ primary: Int) {
    guard let value = own["podSpec"] else { return }
    let pod = build.ownSpec(value)
    switch behaviors.groupPods {
    case .ignored: break
    case .merged: spec = spec.overlaid(with: pod)
    case .resources, .resourcesAndRuntimeClass:
      let name = spec[.containers]?.items[primary].object?.containerName
      for container in pod[.containers]?.items ?? []
      where container.object?.containerName == name {
        guard let resources = container.object?[.resources] else { continue }
        spec.changeContainer(primary) { $0[.resources] = resources }
      }
      if behaviors.groupPods == .resourcesAndRuntimeClass, let name = pod[.runtimeClassName] {
        spec[.runtimeClassName] = name
      }
    }
  }

  private static let ports: [PodValue] = [("redis", 6379), ("head", 10001), ("dashboard", 8265)].map
  {
    .object(PodObject([.init(.name, .string($0.0)), .init(.containerPort, .integer($0.1))]))
  }

  /// The command that a worker runs before it stops.
  private static let stop: PodValue = .object(
    PodDecoder.newest.decode(
      .fields([
        (
          "preStop",
          .fields([
            (
              "exec",
              .fields([
                ("command", .list([.string("/bin/sh"), .string("-c"), .string("ray stop")]))
              ])
            )
          ])
        )
      ]), as: "Lifecycle"))
}
