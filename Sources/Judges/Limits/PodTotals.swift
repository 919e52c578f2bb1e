import APIServer
import PodAPI

/// The requests and limits of a pod as a whole: those of its containers, or its own where it has them
/// (1.32).
enum PodTotals {
  static func requests(
    of spec: PodObject, on release: ServerRelease
  ) -> ContainerTotals.Amounts {
    own(.requests, of: spec, on: release, over: ContainerTotals.requests(of: spec))
  }

  static func limits(of spec: PodObject, on release: ServerRelease) -> ContainerTotals.Amounts {
    own(.limits, of: spec, on: release, over: ContainerTotals.limits(of: spec))
  }

  /// True if the pod has resources of its own that the API server looks at.
  static func hasOwn(_ spec: PodObject, on release: ServerRelease) -> Bool {
    guard release.has(.podLevelResources), let resources = spec.part(.resources) else {
      return false
    }
    return [FieldName.requests, .limits].contains { field in
      resources.entries(field).contains { ResourceName.isForPods($0.key) }
    }
  }

  private static func own(
    _ field: FieldName, of spec: PodObject, on release: ServerRelease,
    over amounts: ContainerTotals.Amounts
  ) -> ContainerTotals.Amounts {
    guard hasOwn(spec, on: release) else { return amounts }
    let said = ContainerTotals.amounts(field, of: spec).filter { ResourceName.isForPods($0.key) }
    return amounts.merging(said) { $1 }
  }
}
