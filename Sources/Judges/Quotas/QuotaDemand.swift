import APIServer
public import PodAPI

/// What quotas look at in a pod, worked out once for all quotas.
public struct QuotaDemand: Sendable {
  /// A container with the resources that it names, as quotas have them.
  struct Container: Sendable {
    let name: String
    let named: TextSet
  }

  /// The amounts that the pod takes.
  let usage: PodUsage.Amounts
  /// The containers that must name resources; none of a pod with resources of its own.
  let containers: [Container]

  /// The demand of a pod.
  public init(_ pod: SubmittedPod, on release: ServerRelease) {
    usage = PodUsage.of(pod.spec, on: release)
    // A pod with resources of its own need not say those of its containers.
    let lists: [FieldName] =
      PodTotals.hasOwn(pod.spec, on: release) ? [] : [.containers, .initContainers]
    containers = lists.flatMap { pod.spec.items($0).compactMap(\.object) }.map { container in
      let usage = PodUsage.of(
        requests: ContainerTotals.amounts(.requests, of: container),
        limits: ContainerTotals.amounts(.limits, of: container))
      return Container(name: container.text(.name), named: TextSet(usage.keys))
    }
  }
}
