/// A part of a plugin's pods that Flyte sends without a security context, although the operator takes one.
public enum PluginGap: Sendable, Hashable, CaseIterable {
  /// The container that KubeRay adds to the head of a job with autoscaling.
  case rayAutoscaler
  /// The pod that submits a Ray job, where Flyte writes it itself (v2).
  case raySubmitter
  /// The init container that Flyte adds to Ray workers (until v1.11.1).
  case rayInit
  /// The containers of Spark's driver and executors.
  case sparkContexts
  /// The pods that tasks give Spark's driver and executors, where they replace Flyte's (v2.0.41).
  case sparkOwnPods

  /// The plugin that makes the pods.
  public var plugin: FlytePlugin {
    switch self {
    case .rayAutoscaler, .raySubmitter, .rayInit: .ray
    case .sparkContexts, .sparkOwnPods: .spark
    }
  }
}

extension Release {
  /// The gaps that the release has, where its sources can be patched.
  var pluginGaps: Set<PluginGap> {
    let (ray, spark) = (plugins.ray, plugins.spark)
    return Set(
      PluginGap.allCases.filter { gap in
        switch gap {
        case .rayAutoscaler: ray.takesAutoscalerContext
        case .raySubmitter: ray.writesSubmitter
        case .rayInit: ray.waitsForService
        case .sparkContexts: spark.readsPod && spark.contexts == .pod
        case .sparkOwnPods: spark.ownPods == .templates
        }
      })
  }
}
