import PodAPI

/// The environment and the resources that Flyte gives the containers of a task.
struct ResourceDefaults {
  let behaviors: Behaviors
  let settings: PluginSettings
  let primaryContainer: String

  /// A pod with them. From v1.16.0 on, resources of the template come before Flyte's.
  func applied(to pod: TaskPod, template: TemplateStore.Entry?) -> TaskPod {
    var result = pod
    if behaviors.customisesInitContainers {
      for index in result.initContainers.indices {
        let name = result.initContainers[index].containerName
        apply(
          to: &result.initContainers[index], isWhole: behaviors.looksUpTemplateFirst,
          missing: template.flatMap {
            entry(of: [name, "primary-init", "default-init"], in: $0.initContainers)
          })
      }
    }
    for index in result.containers.indices {
      let name = result.containers[index].containerName
      apply(
        to: &result.containers[index], isWhole: name == primaryContainer,
        missing: template.flatMap { entry(of: [name, "primary", "default"], in: $0.containers) })
    }
    return result
  }

  private func entry(of names: [String], in containers: [GoValue]) -> PodObject? {
    for name in names {
      if let found = containers.first(where: { $0.name == name }) { return found.object }
    }
    return nil
  }

  /// - Parameter isWhole: whether it gets defaults for what nothing says; else it gets zeros.
  private func apply(to container: inout PodObject, isWhole: Bool, missing: PodObject?) {
    container.append(Self.environment + settings.environment, to: .env)
    if !settings.environmentSources.isEmpty {
      container.append(settings.environmentSources, to: .envFrom)
    }
    var resources = container[.resources]?.object ?? PodObject()
    if let missing {
      for kind in [FieldName.limits, .requests] {
        var own = resources[kind]?.map ?? PodMap()
        fill(&own, from: amounts(kind, in: missing))
        resources[kind] = .map(own)
      }
    }
    container[.resources] = .object(completed(resources, isWhole: isWhole))
  }

  /// Resources with everything that Flyte adds to them.
  /// - Parameter isWhole: whether they get defaults for what nothing says; else they get zeros.
  func completed(_ resources: PodObject, isWhole: Bool = true) -> PodObject {
    var limits = resources[.limits]?.map ?? PodMap()
    var requests = resources[.requests]?.map ?? PodMap()
    let said = Self.others.filter { requests[$0] != nil || limits[$0] != nil }
    for name in ["cpu", "memory"] + said {
      let (request, limit) = (nonZero(requests[name]), nonZero(limits[name]))
      let zero = PodValue.string(isWhole ? fallback(name) : "0")
      requests[name] = request ?? (isWhole ? limit : nil) ?? zero
      limits[name] = limit ?? (isWhole ? requests[name] : nil) ?? zero
      // Nothing asks for more than it may use.
      if let limit, let asked = request?.string, Quantity.exceeds(asked, limit.string ?? "") {
        requests[name] = limit
      }
    }
    return PodObject([
      PodObject.Field(.limits, .map(limits)), PodObject.Field(.requests, .map(requests)),
    ])
  }

  /// Resources that are looked at only where something says them.
  private static let others = ["ephemeral-storage", "nvidia.com/gpu"]

  private func fallback(_ name: String) -> String {
    switch name {
    case "cpu": settings.defaultCPU
    case "memory": settings.defaultMemory
    default: "0"
    }
  }

  private func amounts(_ name: FieldName, in container: PodObject) -> PodMap {
    container[.resources]?.object?[name]?.map ?? PodMap()
  }

  private func fill(_ amounts: inout PodMap, from others: PodMap) {
    for entry in others.entries where amounts[entry.key] == nil {
      amounts[entry.key] = entry.value
    }
  }

  private func nonZero(_ amount: PodValue?) -> PodValue? {
    amount == .string("0") ? nil : amount
  }

  /// One variable stands for the dozen that name the execution: that there are some decides what a
  /// changed template does to later tasks, their number does not.
  private static let environment: [PodValue] = [
    .object(
      PodObject([
        PodObject.Field(.name, .string("FLYTE_INTERNAL_EXECUTION_ID")),
        PodObject.Field(.value, .string("exec")),
      ]))
  ]
}
