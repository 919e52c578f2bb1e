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
    var result: Amounts = [:]
    for container in spec.items(.containers).compactMap(\.object) {
      add(amounts(field, of: container), to: &result)
    }
    var sidecars: Amounts = [:]
    var before: Amounts = [:]
    for container in spec.items(.initContainers).compactMap(\.object) {
      let own = amounts(field, of: container)
      // What runs beside it and asks for something else was counted when it came.
      var running = own
      for (name, amount) in own { running[name] = sidecars[name].map { $0 + amount } ?? amount }
      if container.text(.restartPolicy) == "Always" {
        add(own, to: &result)
        add(own, to: &sidecars)
      }
      raise(&before, to: running)
    }
    raise(&result, to: before)
    return result
  }

  /// The requests or limits of one container.
  package static func amounts(_ field: FieldName, of container: PodObject) -> Amounts {
    var result: Amounts = [:]
    for entry in container.part(.resources)?.entries(field) ?? [] {
      if let amount = entry.value.string.flatMap({ ServerQuantity($0) }) {
        result[entry.key] = amount
      }
    }
    return result
  }

  private static func add(_ more: Amounts, to amounts: inout Amounts) {
    for (name, amount) in more { amounts[name] = amounts[name].map { $0 + amount } ?? amount }
  }

  private static func raise(_ amounts: inout Amounts, to others: Amounts) {
    for (name, amount) in others where (amounts[name]?.compare(amount) ?? -1) < 0 {
      amounts[name] = amount
    }
  }
}
