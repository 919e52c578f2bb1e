import Values

/// The tasks of plugins that a cluster is judged for: one for each way in which their pods differ.
public enum StandardPluginTask: String, Sendable, Hashable, CaseIterable {
  /// A Ray job with one group of workers.
  case ray
  /// The same with `enable_autoscaling`.
  case rayAutoscaling = "ray-autoscaling"
  /// A Ray job whose head and workers have pods of the task's own: `k8sPod`.
  case rayOwnPods = "ray-own-pods"
  /// A Spark application.
  case spark
  /// The same with pods of the task's own: `driver_pod` and `executor_pod`.
  case sparkOwnPods = "spark-own-pods"
  /// A Dask job.
  case dask
  /// PyTorch workers beside a master.
  case pytorch
  /// PyTorch workers without a master: flytekit's `Elastic`.
  case pytorchElastic = "pytorch-elastic"
  /// TensorFlow workers with all that can be beside them.
  case tensorflow
  /// MPI workers and their launcher.
  case mpi
  /// A clustered task of Flyte 2.
  case jobset
  /// An app of Flyte 2.
  case app

  /// The plugin.
  public var plugin: FlytePlugin {
    switch self {
    case .ray, .rayAutoscaling, .rayOwnPods: .ray
    case .spark, .sparkOwnPods: .spark
    case .dask: .dask
    case .pytorch, .pytorchElastic: .pytorch
    case .tensorflow: .tensorflow
    case .mpi: .mpi
    case .jobset: .jobset
    case .app: .apps
    }
  }

  /// True if the task gives its roles pods of its own, with containers that set nothing but an image.
  public var hasOwnPods: Bool { self == .rayOwnPods || self == .sparkOwnPods }

  /// The tasks of a plugin; empty for one whose pods are not modeled.
  /// - Parameter ownPods: whether tasks with pods of their own count.
  public static func of(_ plugin: FlytePlugin, ownPods: Bool = true) -> [StandardPluginTask] {
    allCases.filter { $0.plugin == plugin && (ownPods || !$0.hasOwnPods) }
  }

  /// The task.
  /// - Parameters:
  ///   - template: the template that it names; nil: the default one.
  ///   - name: the class of the accelerator that it asks for; nil: it asks for none.
  public func task(
    podTemplateName template: String? = nil, deviceClass name: ByteText? = nil
  ) -> PluginTask {
    PluginTask(
      plugin,
      TaskShape(
        .container(image: StandardTask.image), copilot: nil, podTemplateName: template,
        deviceClass: name?.text),
      custom: custom)
  }

  private var custom: PlainValue {
    switch self {
    case .ray: Self.ray()
    case .rayAutoscaling: Self.ray(scales: true)
    case .rayOwnPods: Self.ray(ownPods: true)
    case .spark: Self.spark()
    case .sparkOwnPods: Self.spark(ownPods: true)
    case .dask:
      .fields([
        ("scheduler", .fields([("resources", .fields([]))])),
        (
          "workers",
          .fields([("numberOfWorkers", .integer(2)), ("resources", .fields([]))])
        ),
      ])
    case .pytorch: .fields([("workers", .integer(2))])
    case .pytorchElastic:
      .fields([
        ("workers", .integer(2)),
        (
          "elasticConfig",
          .fields([
            ("minReplicas", .integer(2)), ("maxReplicas", .integer(2)),
            ("nprocPerNode", .integer(1)), ("rdzvBackend", .string("c10d")),
          ])
        ),
      ])
    case .tensorflow:
      .fields(
        ["workers", "psReplicas", "chiefReplicas", "evaluatorReplicas"].map { ($0, .integer(1)) })
    case .mpi: .fields(["numWorkers", "numLauncherReplicas", "slots"].map { ($0, .integer(1)) })
    case .jobset:
      .fields([
        ("replicas", .integer(2)), ("nprocPerNode", .integer(1)),
        ("runtime", .fields([("torchrun", .fields([("rdzvBackend", .string("C10D"))]))])),
      ])
    case .app:
      .fields([
        (
          "metadata",
          .fields([
            (
              "id",
              .fields(
                ["org", "project", "domain", "name"].map { (key: $0, value: .string($0)) })
            )
          ])
        ),
        (
          "spec",
          .fields([
            (
              "container",
              .fields([
                ("image", .string(StandardTask.image)),
                ("ports", .list([.fields([("containerPort", .integer(8080))])])),
              ])
            )
          ])
        ),
      ])
    }
  }

  private static func ray(scales: Bool = false, ownPods: Bool = false) -> PlainValue {
    .fields([
      (
        "rayCluster",
        .fields([
          ("headGroupSpec", .fields([("k8sPod", ownPods ? pod("ray-head") : nil)])),
          (
            "workerGroupSpec",
            .list([
              .fields([
                ("groupName", .string("workers")), ("replicas", .integer(2)),
                ("minReplicas", .integer(1)), ("maxReplicas", .integer(3)),
                ("k8sPod", ownPods ? pod("ray-worker") : nil),
              ])
            ])
          ), ("enableAutoscaling", scales ? .bool(true) : nil),
        ])
      )
    ])
  }

  private static func spark(ownPods: Bool = false) -> PlainValue {
    .fields([
      ("mainApplicationFile", .string("local:///entrypoint.py")),
      ("executorPath", .string("/usr/bin/python3")),
      (
        "sparkConf",
        .fields([
          ("spark.driver.memory", .string("1g")), ("spark.driver.cores", .string("1")),
          ("spark.executor.memory", .string("1g")), ("spark.executor.cores", .string("1")),
          ("spark.executor.instances", .string("2")),
        ])
      ), ("driverPod", ownPods ? pod("spark-kubernetes-driver") : nil),
      ("executorPod", ownPods ? pod("spark-kubernetes-executor") : nil),
    ])
  }

  /// A pod of the task's own, which names no primary container: then the task's is that.
  private static func pod(_ container: String) -> PlainValue {
    .fields([
      (
        "podSpec",
        .fields([
          (
            "containers",
            .list([
              .fields([
                ("name", .string(container)), ("image", .string(StandardTask.image)),
              ])
            ])
          )
        ])
      )
    ])
  }
}
