public import Flyte
public import PodAPI
public import Values

/// An operator of a version, as a cluster runs it.
public enum Operator: Sendable, Hashable {
  case kubeRay(KubeRay)
  case spark(SparkOperator)
  case training(TrainingOperator)
  case dask(DaskOperator)
  case jobSet(JobSetController)
  case knative(KnativeServing)

  /// The settings of operators that change pods.
  public struct Settings: Sendable {
    /// True if Spark's webhook runs; nil: what the charts of the version do.
    public var webhook: Bool?
    /// True if Ray's workers wait in an init container.
    public var initContainer = true
    /// Knative's `secure-pod-defaults`.
    public var secureDefaults = KnativeServing.SecureDefaults.disabled
    /// The security context of PyTorch's init containers; nil: none.
    public var initContext: PodObject?

    /// The defaults.
    public init() {}
  }

  /// The operator of a plugin; nil where none is modeled.
  public init?(of plugin: FlytePlugin, version: OperatorVersion, _ settings: Settings = .init()) {
    switch plugin {
    case .ray:
      self = .kubeRay(KubeRay(version: version, injectsInitContainer: settings.initContainer))
    case .spark:
      self = .spark(
        SparkOperator(
          version: version, hasWebhook: settings.webhook ?? version.isAtLeast("2.0.0")))
    case .tensorflow, .pytorch, .mpi:
      self = .training(
        TrainingOperator(version: version, initContext: settings.initContext))
    case .dask: self = .dask(DaskOperator(version: version))
    case .jobset: self = .jobSet(JobSetController(version: version))
    case .apps:
      self = .knative(KnativeServing(version: version, secureDefaults: settings.secureDefaults))
    case .array, .connectors, .deviceClasses: return nil
    }
  }

  /// Its settings.
  public var settings: Settings {
    var settings = Settings()
    switch self {
    case .kubeRay(let found): settings.initContainer = found.injectsInitContainer
    case .spark(let found): settings.webhook = found.hasWebhook
    case .training(let found): settings.initContext = found.initContext
    case .knative(let found): settings.secureDefaults = found.secureDefaults
    case .dask, .jobSet: break
    }
    return settings
  }

  /// The same operator with other settings.
  public func with(_ settings: Settings) -> Operator {
    Operator(of: plugin, version: version, settings) ?? self
  }

  /// Its version.
  public var version: OperatorVersion {
    switch self {
    case .kubeRay(let found): found.version
    case .spark(let found): found.version
    case .training(let found): found.version
    case .dask(let found): found.version
    case .jobSet(let found): found.version
    case .knative(let found): found.version
    }
  }

  /// Its name, without a version.
  public var kind: String {
    switch self {
    case .kubeRay: "KubeRay"
    case .spark: "spark-operator"
    case .training: "training-operator"
    case .dask: "dask-kubernetes"
    case .jobSet: "JobSet"
    case .knative: "Knative"
    }
  }

  /// Its name and version.
  public var name: String { "\(kind) \(version)" }

  /// The pods that come of a resource.
  public func outcome(of resource: PlainValue) -> OperatorOutcome {
    switch self {
    case .kubeRay(let found): found.outcome(of: resource)
    case .spark(let found): found.outcome(of: resource)
    case .training(let found): .pods(found.pods(of: resource))
    case .dask(let found): .pods(found.pods(of: resource))
    case .jobSet(let found): .pods(found.pods(of: resource))
    case .knative(let found): found.outcome(of: resource)
    }
  }

  /// True if its resource is a `SparkApplication` with pod templates, which Flyte asks for (v2.0.39).
  public var takesTemplates: Bool {
    guard case .spark(let found) = self else { return false }
    return found.version.isAtLeast("2.1.0")
  }

  /// The operator as what makes a pod that Flyte asks it not to make, because it drops what asks for that;
  /// nil: there is no such pod.
  public func loss(of resource: PlainValue) -> String? {
    guard case .kubeRay(let found) = self else { return nil }
    return found.loss(of: resource)
  }

  /// The reason why jobs of a resource never run although their pods are let in; nil if they do.
  public func obstacle(to resource: PlainValue) -> String? {
    guard case .kubeRay(let found) = self else { return nil }
    return found.obstacle(to: resource)
  }
}

extension Operator {
  /// The grounds for what the model says of a version.
  public enum Proof: Sendable, Hashable {
    /// The version's own code ran.
    case run
    /// It is between two that ran, and follows its sources.
    case read
    /// It is before or after all that ran, so nothing is said of it.
    case outside
  }

  /// The grounds for what the model says.
  public var proof: Proof {
    let known = measured
    if known.contains(version) { return .run }
    guard let first = known.first, let last = known.last else { return .outside }
    return first < version && version < last ? .read : .outside
  }

  /// The versions whose own code ran, in order.
  public var measured: [OperatorVersion] { Self.measured(of: plugin) }

  /// The plugin whose pods it makes, or one of them.
  private var plugin: FlytePlugin {
    switch self {
    case .kubeRay: .ray
    case .spark: .spark
    case .training: .pytorch
    case .dask: .dask
    case .jobSet: .jobset
    case .knative: .apps
    }
  }

  /// The newest version whose own code ran; nil: no operator makes the plugin's pods.
  public static func newest(of plugin: FlytePlugin) -> OperatorVersion? {
    measured(of: plugin).last
  }

  /// The versions whose own code ran, in order; empty: no operator makes the plugin's pods.
  public static func measured(of plugin: FlytePlugin) -> [OperatorVersion] {
    let names: [String] =
      switch plugin {
      case .ray:
        [
          "0.5.2", "0.6.0", "1.0.0", "1.1.1", "1.2.2", "1.3.2", "1.4.2", "1.5.2", "1.6.2", "1.7.0",
        ]
      case .spark:
        ["1.2.0", "1.2.1", "1.3.8", "1.4.3", "1.6.2", "2.0.2", "2.1.0", "2.1.1", "2.5.2"]
      case .tensorflow, .pytorch, .mpi: ["1.4.0", "1.5.0", "1.6.0", "1.7.0", "1.8.1", "1.9.0"]
      case .dask: ["2022.12.0", "2023.8.1", "2024.5.0", "2025.1.1", "2026.3.0"]
      case .jobset: ["0.5.2", "0.8.2", "0.10.1", "0.12.0"]
      case .apps: ["1.10.0", "1.15.2", "1.19.9", "1.23.0"]
      case .array, .connectors, .deviceClasses: []
      }
    return names.map(OperatorVersion.init(known:))
  }
}
