public import PodAPI
public import Values

/// Settings of the plugins whose resources operators read: `plugins.ray`, `plugins.spark` and the app
/// service's.
public struct OperatorSettings: Sendable {
  /// `plugins.ray`.
  public struct Ray: Sendable {
    /// `serviceAccount`; nil: the release's own.
    public var serviceAccount: String?
    /// `serviceType`.
    public var serviceType = "NodePort"
    /// `shutdownAfterJobFinishes`.
    public var shutsDown = true
    /// `ttlSecondsAfterFinished`.
    public var secondsAfterFinished: Int64 = 3600
    /// `enableIngress` (v1.16.5).
    public var enablesIngress = false
    /// `includeDashboard`.
    public var includesDashboard = true
    /// `dashboardHost`.
    public var dashboardHost = "0.0.0.0"
    /// `submissionMode` (v2.0.41).
    public var submissionMode = "K8sJobMode"
    /// `logsSidecar`, a `Container` (v1.10.6).
    public var logsSidecar: PodObject?

    /// The defaults.
    public init() {}
  }

  /// `plugins.spark`.
  public struct Spark: Sendable {
    /// `spark-config-default`.
    public var configuration = PodMap()
    /// `features`: the configuration of each, by name.
    public var features: TextMap<PodMap> = [:]
    /// `enable-pod-template` (v2.0.39).
    public var enablesPodTemplate = true
    /// True if the cluster's `SparkApplication` has `template`; Flyte asks the API server (v2.0.39).
    public var crdHasTemplate = false

    /// The defaults.
    public init() {}
  }

  /// `plugins.ray`.
  public var ray = Ray()
  /// `plugins.spark`.
  public var spark = Spark()
  /// `internalApps.defaultServiceAccount`, for apps; empty: none.
  public var appServiceAccount = ""

  /// The defaults.
  public init() {}
}

extension OperatorSettings {
  /// The settings that the sections of Flyte's configuration make, over the defaults.
  /// - Parameters:
  ///   - ray: `plugins.ray`.
  ///   - spark: `plugins.spark`.
  ///   - apps: `internalApps`.
  public init(ray section: PlainValue?, spark: PlainValue?, apps: PlainValue?) {
    self.init()
    if let section {
      ray.serviceAccount = section["serviceAccount"]?.string
      ray.serviceType = section["serviceType"]?.string ?? ray.serviceType
      ray.shutsDown = section["shutdownAfterJobFinishes"]?.bool ?? ray.shutsDown
      if section["ttlSecondsAfterFinished"] != nil {
        ray.secondsAfterFinished = section.number("ttlSecondsAfterFinished")
      }
      ray.enablesIngress = section["enableIngress"]?.bool ?? ray.enablesIngress
      ray.includesDashboard = section["includeDashboard"]?.bool ?? ray.includesDashboard
      ray.dashboardHost = section["dashboardHost"]?.string ?? ray.dashboardHost
      ray.submissionMode = section["submissionMode"]?.string ?? ray.submissionMode
      if let sidecar = section["logsSidecar"], sidecar != .null {
        ray.logsSidecar = PodDecoder.newest.decode(sidecar, as: "Container")
      }
    }
    if let section = spark {
      self.spark.configuration = section.texts("spark-config-default")
      for feature in section["features"]?.items ?? [] {
        self.spark.features[feature.text("name")] = feature.texts("spark-config")
      }
      self.spark.enablesPodTemplate =
        section["enable-pod-template"]?.bool ?? self.spark.enablesPodTemplate
    }
    appServiceAccount = apps?.text("defaultServiceAccount") ?? ""
  }
}
