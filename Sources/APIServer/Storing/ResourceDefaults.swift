import PodAPI

/// The defaults of resources, which the API server adds before it checks them.
enum ResourceDefaults {
  /// Amounts to the thousandth, as limits and requests are kept.
  static func rounded(_ spec: PodObject) -> PodObject {
    var spec = spec
    for list in FieldName.containerLists {
      spec.changeItems(list) { container in
        if let resources = container.part(.resources) {
          container[.resources] = .object(rounded(resources: resources))
        }
      }
    }
    if let overhead = spec[.overhead]?.map { spec[.overhead] = .map(rounded(overhead)) }
    if let resources = spec.part(.resources) {
      spec[.resources] = .object(rounded(resources: resources))
    }
    spec.changeItems(.volumes) { volume in
      guard var source = volume.part(.ephemeral), var template = source.part(.volumeClaimTemplate),
        var claim = template.part(.spec), let resources = claim.part(.resources)
      else { return }
      claim[.resources] = .object(rounded(resources: resources))
      template[.spec] = .object(claim)
      source[.volumeClaimTemplate] = .object(template)
      volume[.ephemeral] = .object(source)
    }
    return spec
  }

  private static func rounded(resources: PodObject) -> PodObject {
    var resources = resources
    for field in [FieldName.limits, .requests] {
      if let map = resources[field]?.map { resources[field] = .map(rounded(map)) }
    }
    return resources
  }

  private static func rounded(_ map: PodMap) -> PodMap {
    PodMap(
      map.entries.map { entry in
        let amount = entry.value.string.flatMap { ServerQuantity($0) }
        let text = amount.map { $0.roundedToThousandths.text }
        return (key: entry.key, value: text.map { .string($0) } ?? entry.value)
      })
  }

  /// The requests of a pod that sets its own limits or requests (1.32).
  static func pod(_ spec: PodObject, on release: ServerRelease) -> PodObject {
    guard release.has(.podLevelResources), var resources = spec.part(.resources) else {
      return spec
    }
    var spec = spec
    if release.holds(.pageLimitsOfPods) { pageLimits(&resources, spec) }
    requests(&resources, spec)
    spec[.resources] = .object(resources)
    return spec
  }

  /// Huge pages that containers are limited to, the pod is.
  private static func pageLimits(_ resources: inout PodObject, _ spec: PodObject) {
    guard !resources.entries(.limits).isEmpty || !resources.entries(.requests).isEmpty else {
      return
    }
    let totals = ContainerTotals.limits(of: spec).filter { name, _ in
      ResourceName.isHugePages(name) && resources[.requests]?.map?[name] == nil
    }
    fill(&resources, .limits, totals)
  }

  private static func requests(_ resources: inout PodObject, _ spec: PodObject) {
    let limits = resources.entries(.limits)
    guard !limits.isEmpty else { return }
    let totals = ContainerTotals.requests(of: spec).filter { name, _ in
      ResourceName.isForPods(name) && ResourceName.canBeOvercommitted(name)
    }
    fill(&resources, .requests, totals)
    let said = resources[.requests]?.map ?? PodMap()
    let missing = limits.filter { ResourceName.isForPods($0.key) && said[$0.key] == nil }
    let own = PodMap((said.entries + missing).map { ($0.key, $0.value) })
    resources[.requests] = own.isEmpty ? nil : .map(own)
  }

  private static func fill(
    _ resources: inout PodObject, _ field: FieldName, _ amounts: ContainerTotals.Amounts
  ) {
    let said = resources[field]?.map ?? PodMap()
    let added = amounts.filter { name, _ in said[name] == nil }
    let map = PodMap(
      said.entries.map { ($0.key, $0.value) } + added.map { ($0.key, .string($0.value.text)) })
    resources[field] = map.isEmpty ? nil : .map(map)
  }
}
