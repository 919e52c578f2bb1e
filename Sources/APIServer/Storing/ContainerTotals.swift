package import PodAPI

/// The sums over the containers of a pod (`component-helpers/resource`).
package enum ContainerTotals {
  /// Amounts of resources, by name.
  package typealias Amounts = TextMap<ServerQuantity>

  /// The requests of all containers together.
  package static func requests(of spec: PodObject) -> Amounts { total(.requests, of: spec) }

  /// The limits of all containers together.
  package static func limits(of spec: PodObject) -> Amounts { total(.limits, of: spec) }

  /// The sum of those that run side by side; more where one that runs before needs more.
  private static func total(_ field: FieldName, of spec: PodObject) -> Amounts {
    var result = spec.items(.containers).compactMap(\.object)
      .reduce(Amounts()) { $0.adding(amounts(field, of: $1)) }
    var sidecars = Amounts()
    var before = Amounts()
    for container in spec.items(.initContainers).compactMap(\.object) {
      let own = amounts(field, of: container)
      // What runs besides it and asks for something else was counted when it came.
      let running = own.adding(sidecars.filter { own[$0.key] != nil })
      if container.text(.restartPolicy) == "Always" {
        result = result.adding(own)
        sidecars = sidecars.adding(own)
      }
      before = before.raised(to: running)
    }
    return result.raised(to: before)
  }

  /// The requests or limits of one container.
  package static func amounts(_ field: FieldName, of container: PodObject) -> Amounts {
    container.part(.resources)?[field]?.map?.amounts ?? Amounts()
  }
}

extension PodMap {
  /// The quantities in it, by name.
  package var amounts: ContainerTotals.Amounts {
    ContainerTotals.Amounts(
      entries.compactMap { entry in
        entry.value.string.flatMap { ServerQuantity($0) }.map { (entry.key, $0) }
      }, uniquingKeysWith: { $1 })
  }
}

extension TextMap where Value == ServerQuantity {
  /// With more of each.
  package func adding(_ more: TextMap) -> TextMap { merging(more) { $0 + $1 } }

  /// With the larger one of each.
  fileprivate func raised(to others: TextMap) -> TextMap {
    merging(others) { $0.compare($1) < 0 ? $1 : $0 }
  }
}
