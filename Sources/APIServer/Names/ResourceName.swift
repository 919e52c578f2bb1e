import PodAPI

/// The kinds of resources, by name (`pkg/apis/core/helper`).
package enum ResourceName {
  private static let counted: TextSet = [
    "pods", "resourcequotas", "services", "replicationcontrollers", "secrets", "configmaps",
    "persistentvolumeclaims", "services.nodeports", "services.loadbalancers",
  ]
  private static let standard: TextSet = counted.union([
    "requests.cpu", "requests.memory", "requests.ephemeral-storage", "limits.cpu", "limits.memory",
    "limits.ephemeral-storage", "storage", "requests.storage",
  ])

  /// True if it is huge pages of some size.
  package static func isHugePages(_ name: String) -> Bool {
    name.utf8.starts(with: "hugepages-".utf8)
  }

  static func isStandard(_ name: String) -> Bool {
    isForContainers(name) || standard.contains(name)
      || name.utf8.starts(with: "requests.hugepages-".utf8)
  }

  static func isForContainers(_ name: String) -> Bool {
    name == "cpu" || name == "memory" || name == "ephemeral-storage" || isHugePages(name)
  }

  /// True if a pod can name it for all its containers.
  package static func isForPods(_ name: String) -> Bool {
    name == "cpu" || name == "memory" || isHugePages(name)
  }

  /// True if it is Kubernetes' own: without a domain, or with one of Kubernetes'.
  package static func isNative(_ name: String) -> Bool {
    !name.utf8.contains(UInt8(ascii: "/")) || name.contains("kubernetes.io/")
  }

  /// True if it is a resource of somebody's own.
  package static func isExtended(_ name: String) -> Bool {
    !isNative(name) && !name.utf8.starts(with: "requests.".utf8)
      && NameForm.qualified.complaints("requests." + name).isEmpty
  }

  /// True if only whole amounts of it can be requested.
  static func isCounted(_ name: String) -> Bool {
    !isForContainers(name) && (counted.contains(name) || isExtended(name))
  }

  /// True if less than the limit can be asked for.
  package static func canBeOvercommitted(_ name: String) -> Bool {
    isNative(name) && !isHugePages(name)
  }

  /// True if an amount is so many whole pages.
  static func isMultiple(_ amount: ServerQuantity, of name: String) -> Bool {
    guard let page = ServerQuantity(String(name.dropFirst("hugepages-".utf8.count))),
      page.isWhole, let size = page.number.int64, size > 0,
      let bytes = amount.number.roundedAway(toExponent: 0).int64
    else { return false }
    return bytes % size == 0
  }
}
