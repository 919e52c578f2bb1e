import Flyte
import PodAPI
public import Values

/// KubeRay: head and workers of a Ray job's cluster, and the pod that submits the job.
public struct KubeRay: Sendable, Hashable {
  /// Its version.
  public let version: OperatorVersion
  /// True if workers wait for the head in an init container; `ENABLE_INIT_CONTAINER_INJECTION`.
  public let injectsInitContainer: Bool

  /// Makes an operator.
  public init(version: OperatorVersion, injectsInitContainer: Bool = true) {
    self.version = version
    self.injectsInitContainer = injectsInitContainer
  }

  /// The pods that it makes of a job.
  public func outcome(of job: PlainValue) -> OperatorOutcome {
    let apiVersion = job.text("apiVersion")
    if apiVersion == "ray.io/v1", !version.isAtLeast("1.0.0") {
      return .refused(.notServed(apiVersion: ByteText(apiVersion)))
    }
    let cluster = job["spec"]?["rayClusterSpec"]
    let mode = readsMode ? job["spec"]?.text("submissionMode") ?? "" : ""
    var head = definition.pod(.head, cluster?["headGroupSpec"]?["template"])
    var pods: [RolePod] = []
    if mode == "SidecarMode", version.isAtLeast("1.5.0") {
      head.spec.append([.object(submitterContainer(of: head))], to: .containers)
      head.spec.set(.restartPolicy, "Never")
    }
    build(&head, of: job, cluster?["headGroupSpec"], group: "headgroup")
    pods.append(head)
    for group in cluster?["workerGroupSpecs"]?.items ?? [] {
      let name = group.text("groupName")
      var worker = definition.pod(.worker(group: ByteText(name)), group["template"])
      if injectsInitContainer { wait(&worker) }
      build(&worker, of: job, group, group: name)
      pods.append(worker)
    }
    let isSubmitted = mode == "HTTPMode" || mode == "SidecarMode"
    if !isSubmitted, let submitter = submitter(of: job, head: head) { pods.append(submitter) }
    return .pods(pods)
  }

  /// The reason why a job never runs: since 1.5.0 the submitter of `SidecarMode` is a container of the
  /// head; from 1.1.0 on the mode is read, and until then nothing submits the job.
  func obstacle(to job: PlainValue) -> String? {
    guard job["spec"]?.text("submissionMode") == "SidecarMode", readsMode,
      !version.isAtLeast("1.5.0")
    else { return nil }
    return "KubeRay \(version) knows no 'SidecarMode', so the job never starts"
  }

  /// The part of a job that it drops, so that it makes another submitter than Flyte asks for; nil: nothing.
  func loss(of job: PlainValue) -> String? {
    let mode = job["spec"]?.text("submissionMode") ?? ""
    guard !readsMode, ["HTTPMode", "SidecarMode"].contains(mode) else { return nil }
    return "KubeRay \(version), which drops 'submissionMode: \(mode)',"
  }

  /// True if it is of a version that the model covers, whose CRD keeps `submissionMode`, and which reads it.
  public var readsSubmissionMode: Bool { readsMode && Operator.kubeRay(self).proof != .outside }

  private var readsMode: Bool { version.isAtLeast("1.1.0") }

  var definition: Definition { Definition(minor: Self.minors[version]) }

  private static let minors = VersionFact(
    24,
    from: [
      ("1.1.0", 28), ("1.2.0", 30), ("1.3.1", 32), ("1.4.0", 33), ("1.5.0", 34), ("1.6.0", 35),
      ("1.7.0", 36),
    ])

  // MARK: head and workers

  private func build(
    _ pod: inout RolePod, of job: PlainValue, _ group: PlainValue?, group name: String
  ) {
    let isHead = pod.role == .head
    let cluster = "\(job["metadata"]?.text("name") ?? "")-raycluster"
    label(&pod, cluster, name)
    let scales =
      isHead && job["spec"]?["rayClusterSpec"]?["enableInTreeAutoscaling"]?.bool == true
    if scales {
      if pod.spec[.serviceAccountName] == nil { pod.spec.set(.serviceAccountName, cluster) }
      let options = job["spec"]?["rayClusterSpec"]?["autoscalerOptions"]
      pod.spec.append([.object(autoscaler(of: pod, options))], to: .containers)
    }
    pod.spec.changeContainer(0) { container in
      let ports = container[.ports]?.items ?? []
      guard !ports.contains(where: { $0.object?.containerName == "metrics" }) else { return }
      let port = PodObject([
        .init(.name, .string("metrics")), .init(.containerPort, .integer(8080)),
      ])
      container.append([.object(port)], to: .ports)
    }
    let parameters = group?["rayStartParams"]
    if !(version.isAtLeast("1.4.0") && parameters?["plasma-directory"] != nil) {
      mount(&pod, 0, "shared-mem", "/dev/shm", isMemory: true)
    }
    if scales {
      let last = (pod.spec[.containers]?.items ?? []).lastIndex {
        $0.object?.containerName == "autoscaler"
      }
      for index in [0, last ?? 0] { mount(&pod, index, "ray-logs", "/tmp/ray", isMemory: false) }
    }
    if !version.isAtLeast("1.2.0") { dropMounts(&pod) }
  }

  private func label(_ pod: inout RolePod, _ cluster: String, _ group: String) {
    let isHead = pod.role == .head
    var names: [(key: String, value: String)] = [
      ("ray.io/is-ray-node", "yes"), ("ray.io/cluster", cluster),
      ("ray.io/node-type", isHead ? "head" : "worker"), ("ray.io/group", group),
      ("ray.io/identifier", "\(cluster)-\(isHead ? "head" : "worker")"),
      ("app.kubernetes.io/name", "kuberay"), ("app.kubernetes.io/created-by", "kuberay-operator"),
    ]
    if !version.isAtLeast("0.6.0") {
      names.append(("ray.io/cluster-dashboard", "\(cluster)-dashboard"))
    }
    let own = pod.metadata[.labels]?.map ?? PodMap()
    // A template's own labels win, but for those that the operator finds its pods by (v1.3).
    let fixed =
      version.isAtLeast("1.3.0") ? ["ray.io/node-type", "ray.io/group", "ray.io/cluster"] : []
    pod.metadata.put(
      names.filter { own[$0.key] == nil || fixed.contains($0.key) }, in: .labels)
    if !isHead, version.isAtLeast("1.6.0") {
      pod.metadata.put([("ray.io/worker-group-replica-index", "0")], in: .labels)
    }
    if isHead || !version.isAtLeast("1.3.0") {
      pod.metadata.put([("ray.io/ft-enabled", "false")], in: .annotations)
    }
    if !version.isAtLeast("1.0.0") {
      pod.metadata.put([("ray.io/health-state", "")], in: .annotations)
    }
  }

  /// The init container of workers: a copy of the worker's, as far as it is one.
  private func wait(_ pod: inout RolePod) {
    guard let worker = pod.spec[.containers]?.items.first?.object else { return }
    var container = PodObject()
    container.set(.name, "wait-gcs-ready")
    for name in [FieldName.image, .imagePullPolicy, .securityContext, .volumeMounts] {
      container[name] = worker[name]
    }
    if version.isAtLeast("1.0.0") {
      let amounts = PodMap([("cpu", .string("200m")), ("memory", .string("256Mi"))])
      container[.resources] = .object(
        PodObject([.init(.limits, .map(amounts)), .init(.requests, .map(amounts))]))
    } else {
      container[.resources] = worker[.resources]
    }
    pod.spec.append([.object(container)], to: .initContainers)
  }

  private func autoscaler(of head: RolePod, _ options: PlainValue?) -> PodObject {
    var container = PodObject()
    container.set(.name, "autoscaler")
    container[.image] = head.spec[.containers]?.items.first?.object?[.image]
    container.set(.imagePullPolicy, "IfNotPresent")
    let amounts = PodMap([("cpu", .string("500m")), ("memory", .string("512Mi"))])
    container[.resources] = .object(
      PodObject([.init(.limits, .map(amounts)), .init(.requests, .map(amounts))]))
    guard let options else { return container }
    let own = PodDecoder(minor: Self.minors[version]).decode(options, as: "Container")
    if options["resources"] != nil { container[.resources] = own[.resources] }
    for name in [FieldName.image, .imagePullPolicy, .securityContext] {
      if let value = own[name] { container[name] = value }
    }
    container.append(own[.volumeMounts]?.items ?? [], to: .volumeMounts)
    return container
  }

  // MARK: volumes

  /// Mounts a directory of the pod's own where nothing is mounted yet.
  private func mount(
    _ pod: inout RolePod, _ index: Int, _ name: String, _ path: String, isMemory: Bool
  ) {
    guard let container = pod.spec[.containers]?.items[index].object else { return }
    let mounts = container[.volumeMounts]?.items ?? []
    guard !mounts.contains(where: { $0.object?[.mountPath] == .string(path) }) else { return }
    let volumes = pod.spec[.volumes]?.items ?? []
    if !volumes.contains(where: { $0.object?.containerName == name }) {
      var source = PodObject()
      if isMemory {
        source[.medium] = .string("Memory")
        let resources = container[.resources]?.object
        let limit = resources?[.requests]?.map?["memory"] ?? resources?[.limits]?.map?["memory"]
        source[.sizeLimit] = limit
      }
      pod.spec.append(
        [
          .object(
            PodObject([.init(.name, .string(name)), .init(.emptyDir, .object(source))]))
        ], to: .volumes)
    }
    let mount = PodObject([.init(.name, .string(name)), .init(.mountPath, .string(path))])
    pod.spec.changeContainer(index) { $0.append([.object(mount)], to: .volumeMounts) }
  }

  /// Drops mounts of volumes that the pod lacks, in the first container of each list.
  private func dropMounts(_ pod: inout RolePod) {
    let volumes = (pod.spec[.volumes]?.items ?? []).compactMap { $0.object?[.name] }
    for list in [FieldName.containers, .initContainers] {
      pod.spec.changeContainer(0, in: list) { container in
        guard let mounts = container[.volumeMounts]?.items else { return }
        let kept = mounts.filter { mount in
          mount.object?[.name].map(volumes.contains) ?? false
        }
        container[.volumeMounts] = kept.isEmpty ? nil : .list(kept)
      }
    }
  }
}
