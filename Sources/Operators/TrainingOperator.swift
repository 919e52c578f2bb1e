public import Flyte
public import PodAPI
public import Values

/// Kubeflow's training operator: pods of TensorFlow, PyTorch and MPI jobs.
public struct TrainingOperator: Sendable, Hashable {
  /// Its version.
  public let version: OperatorVersion
  /// The security context that `--pytorch-init-container-template-file` gives `init-pytorch`; nil:
  /// the built-in template, which has none.
  public let initContext: PodObject?

  /// Makes an operator.
  public init(version: OperatorVersion, initContext: PodObject? = nil) {
    self.version = version
    self.initContext = initContext
  }

  /// The pods that it makes of a job, the first of each kind of replica.
  public func pods(of job: PlainValue) -> [RolePod] {
    switch job.text("kind") {
    case "MPIJob": mpi(job)
    case "TFJob": replicas(of: job, Self.tensorflow)
    default: replicas(of: job, Self.pytorch)
    }
  }

  private var definition: Definition { Definition(minor: Self.minors[version]) }

  private static let minors = VersionFact(
    24, from: [("1.6.0", 25), ("1.7.0", 27), ("1.8.0", 29), ("1.9.0", 31)])

  // MARK: TensorFlow, PyTorch

  private struct Framework: Sendable {
    let specs: String
    let container: String
    let port: (name: String, number: Int64)
    let controller: String
    /// The kinds of replicas, with that which leads first.
    let kinds: [(key: String, role: PodRole)]
  }

  private static let tensorflow = Framework(
    specs: "tfReplicaSpecs", container: "tensorflow", port: ("tfjob-port", 2222),
    controller: "tfjob-controller",
    kinds: [
      ("Chief", .chief), ("Evaluator", .evaluator), ("PS", .parameterServer),
      ("Worker", .worker(group: nil)),
    ])
  private static let pytorch = Framework(
    specs: "pytorchReplicaSpecs", container: "pytorch", port: ("pytorchjob-port", 23456),
    controller: "pytorchjob-controller",
    kinds: [("Master", .master), ("Worker", .worker(group: nil))])

  private func replicas(of job: PlainValue, _ framework: Framework) -> [RolePod] {
    let specs = job["spec"]?[framework.specs]
    let leads = framework.kinds.first.map { specs?[$0.key] != nil } ?? false
    return framework.kinds.enumerated().compactMap { position, kind in
      guard let replica = specs?[kind.key] else { return nil }
      var pod = definition.pod(kind.role, replica["template"])
      let isWorker = kind.role == .worker(group: nil)
      label(&pod, job, kind.key.lowercased(), framework.controller, index: true)
      if position == 0 || (isWorker && !leads && leadsByIndex(framework)) {
        lead(&pod, framework)
      }
      let index = pod.spec.container(framework.container) ?? 0
      pod.spec.changeContainer(index) { container in
        let ports = container[.ports]?.items ?? []
        guard !ports.contains(where: { $0.object?.containerName == framework.port.name }) else {
          return
        }
        let port = PodObject([
          .init(.name, .string(framework.port.name)),
          .init(.containerPort, .integer(framework.port.number)),
        ])
        container.append([.object(port)], to: .ports)
      }
      if isWorker, leads, framework.container == "pytorch" {
        pod.spec.append([.object(initContainer)], to: .initContainers)
      }
      pod.spec.set(.restartPolicy, restartPolicy(replica))
      return pod
    }
  }

  /// True if the first worker leads a job that has no other leader.
  private func leadsByIndex(_ framework: Framework) -> Bool {
    framework.container == "tensorflow" || version.isAtLeast("1.8.0")
  }

  private var initContainer: PodObject {
    var container = PodObject()
    container.set(.name, "init-pytorch")
    container.set(.image, "alpine:3.10")
    container.set(.imagePullPolicy, "IfNotPresent")
    container[.resources] = .object(
      PodObject([
        .init(.limits, .map(PodMap([("cpu", .string("100m")), ("memory", .string("20Mi"))]))),
        .init(.requests, .map(PodMap([("cpu", .string("50m")), ("memory", .string("10Mi"))]))),
      ]))
    container[.securityContext] = initContext.map { .object($0) }
    return container
  }

  /// The restart policy of a replica's pods; that of the template is overwritten.
  private func restartPolicy(_ replica: PlainValue) -> String {
    let policy = replica.text("restartPolicy")
    return policy == "ExitCode" ? "Never" : policy
  }

  // MARK: labels

  private func label(
    _ pod: inout RolePod, _ job: PlainValue, _ kind: String, _ controller: String, index: Bool
  ) {
    let name = job["metadata"]?.text("name") ?? ""
    let group = "training.kubeflow.org"
    pod.metadata.put(
      [
        ("\(group)/job-name", name), ("\(group)/operator-name", controller),
        ("\(group)/replica-type", kind),
      ], in: .labels)
    if index { pod.metadata.put([("\(group)/replica-index", "0")], in: .labels) }
    guard !version.isAtLeast("1.6.0") else { return }
    pod.metadata.put([("group-name", "kubeflow.org")], in: .labels)
    guard index else { return }
    pod.metadata.put(
      [("job-name", name), ("replica-index", "0"), ("replica-type", kind)], in: .labels)
  }

  private func lead(_ pod: inout RolePod, _ framework: Framework) {
    pod.metadata.put([("training.kubeflow.org/job-role", "master")], in: .labels)
    if framework.container == "pytorch", !version.isAtLeast("1.6.0") {
      pod.metadata.put([("job-role", "master")], in: .labels)
    }
  }

  // MARK: MPI

  private func mpi(_ job: PlainValue) -> [RolePod] {
    let specs = job["spec"]?["mpiReplicaSpecs"]
    let kinds: [(key: String, role: PodRole)] = [
      ("Launcher", .launcher), ("Worker", .worker(group: nil)),
    ]
    return kinds.compactMap { kind in
      guard let replica = specs?[kind.key] else { return nil }
      var pod = definition.pod(kind.role, replica["template"])
      labelMPI(&pod, job, kind.key.lowercased())
      let name = job["metadata"]?.text("name") ?? ""
      var mounts = [Self.mount("mpi-job-config", "/etc/mpi")]
      if kind.role == .launcher {
        mounts.insert(Self.mount("mpi-job-kubectl", "/opt/kube"), at: 0)
        if pod.spec[.serviceAccountName] == nil || !version.isAtLeast("1.8.0") {
          pod.spec.set(.serviceAccountName, "\(name)-launcher")
        }
        pod.spec.append([.object(kubectl(mounts))], to: .initContainers)
        let volume = PodObject([
          .init(.name, .string("mpi-job-kubectl")), .init(.emptyDir, .object(PodObject())),
        ])
        pod.spec.append([.object(volume)], to: .volumes)
      }
      pod.spec.changeContainer(0) { $0.append(mounts, to: .volumeMounts) }
      pod.spec.append([configuration(name, isLauncher: kind.role == .launcher)], to: .volumes)
      pod.spec.set(.restartPolicy, restartPolicy(replica))
      return pod
    }
  }

  private func labelMPI(_ pod: inout RolePod, _ job: PlainValue, _ kind: String) {
    let name = job["metadata"]?.text("name") ?? ""
    if version.isAtLeast("1.5.0") {
      label(&pod, job, kind, "mpijob-controller", index: false)
      if kind == "launcher" {
        pod.metadata.put([("training.kubeflow.org/job-role", "master")], in: .labels)
      }
      if !version.isAtLeast("1.6.0") {
        pod.metadata.put([("mpi-job-name", name)], in: .labels)
      }
    } else {
      pod.metadata.put(
        [("group-name", "kubeflow.org"), ("mpi-job-name", name), ("mpi-job-role", kind)],
        in: .labels)
    }
  }

  /// The init container that brings kubectl; only its image can be set.
  private func kubectl(_ mounts: [PodValue]) -> PodObject {
    var container = PodObject()
    container.set(.name, "kubectl-delivery")
    container.set(
      .image,
      "\(version.isAtLeast("1.8.0") ? "kubeflow" : "mpioperator")/kubectl-delivery:latest")
    container.set(.imagePullPolicy, "IfNotPresent")
    let amounts = PodMap([
      ("cpu", .string("100m")), ("ephemeral-storage", .string("5Gi")),
      ("memory", .string("512Mi")),
    ])
    container[.resources] = .object(
      PodObject([.init(.limits, .map(amounts)), .init(.requests, .map(amounts))]))
    container.append(mounts, to: .volumeMounts)
    return container
  }

  private func configuration(_ job: String, isLauncher: Bool) -> PodValue {
    func item(_ name: String, _ mode: Int64) -> PlainValue {
      .fields([
        ("key", .string(name)), ("path", .string(name)), ("mode", .integer(mode)),
      ])
    }
    let items =
      [item("kubexec.sh", 0o555)]
      + (isLauncher ? [item("hostfile", 0o444), item("discover_hosts.sh", 0o555)] : [])
    return .object(
      PodDecoder.newest.decode(
        .fields([
          ("name", .string("mpi-job-config")),
          (
            "configMap",
            .fields([("name", .string("\(job)-config")), ("items", .list(items))])
          ),
        ]), as: "Volume"))
  }

  private static func mount(_ name: String, _ path: String) -> PodValue {
    .object(PodObject([.init(.name, .string(name)), .init(.mountPath, .string(path))]))
  }
}
