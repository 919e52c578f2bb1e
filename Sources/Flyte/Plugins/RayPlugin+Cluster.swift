import PodAPI
import Values

/// The cluster of a `RayJob`.
extension RayPlugin {
  /// The spec of the cluster that runs the job.
  func clusterSpec(head: RolePod, workers: [RolePod]) -> PlainValue {
    let group = cluster["headGroupSpec"] ?? .mapping([])
    let parameters = parameters(
      of: group,
      [
        ("include-dashboard", settings.includesDashboard ? "true" : "false"),
        ("dashboard-host", settings.dashboardHost),
      ])
    let headSpec = PlainValue.fields([
      ("serviceType", settings.serviceType.isEmpty ? nil : .string(settings.serviceType)),
      (
        "enableIngress", .bool(behaviors.readsIngress ? settings.enablesIngress : true)
      ),
      ("replicas", behaviors.countsHeads ? .integer(1) : nil),
      ("rayStartParams", parameters.plain), ("template", head.template),
    ])
    return .fields([
      ("headGroupSpec", headSpec),
      (
        "workerGroupSpecs",
        workers.isEmpty ? nil : .list(zip(workerGroups, workers).map(workerSpec))
      ),
      (
        "enableInTreeAutoscaling",
        behaviors.readsJobOptions ? .bool(cluster["enableAutoscaling"]?.bool ?? false) : nil
      ),
      ("autoscalerOptions", autoscalerOptions(head)),
    ])
  }

  private func workerSpec(_ group: PlainValue, _ pod: RolePod) -> PlainValue {
    let replicas = group.number("replicas")
    var least = group.number("minReplicas")
    var most = group.number("maxReplicas")
    if behaviors.readsJobOptions {
      least = min(least, replicas)
      most = max(most, replicas)
    } else {
      if least == 0 { least = replicas }
      if most == 0 { most = replicas }
    }
    let parameters = parameters(of: group, [])
    return .fields([
      ("groupName", .string(group.text("groupName"))), ("replicas", .integer(replicas)),
      ("minReplicas", .integer(least)), ("maxReplicas", .integer(most)),
      ("rayStartParams", parameters.plain), ("template", pod.template),
    ])
  }

  /// The parameters of a group, with those that the plugin adds where it has none of the name.
  private func parameters(
    of group: PlainValue, _ added: [(key: String, value: String)]
  ) -> PodMap {
    let always: [(key: String, value: String)] = [
      ("node-ip-address", "$MY_POD_IP"), ("disable-usage-stats", "true"),
    ]
    return PodMap((added + always).map { ($0.key, .string($0.value)) })
      .union(group.texts("rayStartParams"))
  }

  /// The options of the autoscaler that KubeRay adds to the head.
  private func autoscalerOptions(_ head: RolePod) -> PlainValue? {
    let own = behaviors.readsAutoscalerOptions ? ownAutoscalerOptions : nil
    guard behaviors.takesAutoscalerContext, !build.has(.rayAutoscaler),
      cluster["enableAutoscaling"]?.bool == true,
      let context = Self.container(of: head)?[.securityContext]
    else { return own }
    return .mapping((own?.entries ?? []) + [.init("securityContext", context.plain)])
  }

  private var ownAutoscalerOptions: PlainValue? {
    guard let options = cluster["autoscalerOptions"] else { return nil }
    let seconds = options.number("idleTimeoutSeconds")
    let mode: String? =
      switch options.text("upscalingMode") {
      case "UPSCALING_MODE_DEFAULT": "Default"
      case "UPSCALING_MODE_CONSERVATIVE": "Conservative"
      case "UPSCALING_MODE_AGGRESSIVE": "Aggressive"
      default: nil
      }
    let image = options.text("image")
    let resources = options["resources"].map(TaskResources.requirements) ?? PodObject()
    return .fields([
      ("resources", resources.plain), ("image", image.isEmpty ? nil : .string(image)),
      ("idleTimeoutSeconds", seconds > 0 ? .integer(seconds) : nil),
      ("upscalingMode", mode.map { .string($0) }),
    ])
  }
}
