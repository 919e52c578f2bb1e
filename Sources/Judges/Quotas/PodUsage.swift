import APIServer
import PodAPI

/// The amounts that a pod or a container takes of quotas, by the names that quotas have for it
/// (`pkg/quota/v1/evaluator/core`).
enum PodUsage {
  typealias Amounts = ContainerTotals.Amounts

  /// The usage of a pod.
  static func of(_ spec: PodObject, on release: ServerRelease) -> Amounts {
    let overhead = spec[.overhead]?.map?.amounts ?? [:]
    let requests = PodTotals.requests(of: spec, on: release).adding(overhead)
    // Overhead is no limit by itself.
    let limits = PodTotals.limits(of: spec, on: release)
    let raised = limits.adding(overhead.filter { limits[$0.key] != nil })
    var usage = of(requests: requests, limits: raised)
    let one = ServerQuantity("1") ?? .zero
    usage["pods"] = one
    usage["count/pods"] = one
    return usage
  }

  /// The usage of requests and limits.
  static func of(requests: Amounts, limits: Amounts) -> Amounts {
    var usage = Amounts()
    for name in basics {
      if let amount = requests[name] {
        usage[name] = amount
        usage["requests." + name] = amount
      }
      if let amount = limits[name] { usage["limits." + name] = amount }
    }
    for (name, amount) in requests {
      if ResourceName.isHugePages(name) { usage[name] = amount }
      if ResourceName.isHugePages(name) || ResourceName.isExtended(name) {
        usage["requests." + name] = amount
      }
    }
    return usage
  }

  private static let basics = ["cpu", "memory", "ephemeral-storage"]

  /// True if a quota's resource is about pods.
  static func isTracked(_ name: String) -> Bool {
    if name == "pods" || name == "count/pods" { return true }
    let parts = ["requests.", "limits."].map { ($0, name.hasPrefix($0)) }
    let bare = parts.first { $0.1 }.map { String(name.dropFirst($0.0.count)) } ?? name
    if basics.contains(bare) { return true }
    if name.hasPrefix("limits.") { return false }
    return ResourceName.isHugePages(bare)
      || name.hasPrefix("requests.") && !ResourceName.isNative(name)
  }

  /// The resources that every container must name where a quota has them; others were not added
  /// to what was a mistake (`validationSet`).
  static let demanded: TextSet = [
    "cpu", "memory", "requests.cpu", "requests.memory", "limits.cpu", "limits.memory",
  ]
}
