package import PodAPI

/// The class by which a node treats a pod when it runs short (`pkg/apis/core/helper/qos`).
package enum PodQuality {
  /// The class of a pod.
  package static func of(_ spec: PodObject, on release: ServerRelease) -> PodStatus.QualityOfService
  {
    var requests: ContainerTotals.Amounts = [:]
    var limits: ContainerTotals.Amounts = [:]
    var isGuaranteed = true
    if release.has(.podLevelResources), let resources = spec.part(.resources) {
      requests = counted(resources, .requests)
      limits = counted(resources, .limits)
      isGuaranteed = hasBasics(limits)
    } else {
      for list in [FieldName.containers, .initContainers] {
        for container in spec.items(list).compactMap(\.object) {
          let resources = container.part(.resources) ?? PodObject()
          requests = requests.adding(counted(resources, .requests))
          let own = counted(resources, .limits)
          limits = limits.adding(own)
          if !hasBasics(own) { isGuaranteed = false }
        }
      }
    }
    if requests.isEmpty, limits.isEmpty { return .bestEffort }
    let isEven =
      requests.count == limits.count
      && requests.allSatisfy { name, amount in limits[name]?.compare(amount) == 0 }
    return isGuaranteed && isEven ? .guaranteed : .burstable
  }

  private static let basics = ["cpu", "memory"]

  private static func hasBasics(_ amounts: ContainerTotals.Amounts) -> Bool {
    basics.allSatisfy { amounts[$0] != nil }
  }

  /// Amounts of cpu and memory above zero.
  private static func counted(
    _ resources: PodObject, _ field: FieldName
  ) -> ContainerTotals.Amounts {
    (resources[field]?.map?.amounts ?? [:]).filter { name, amount in
      basics.contains(name) && amount.compare(.zero) > 0
    }
  }
}
