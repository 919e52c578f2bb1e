import PodAPI

// Resources of the pod as a whole (1.32), against those of its containers.

extension ValidationPass {
  mutating func podResources(_ spec: PodObject, _ context: ContainerContext) {
    guard let resources = spec.part(.resources), release.has(.podLevelResources) else { return }
    within(.resources) { pass in
      guard context.system != "windows" || !pass.release.holds(.podResourcesNotForWindows) else {
        pass.refuse(
          .forbidden, "cannot be set for a whole pod on Windows; write them for its containers")
        return
      }
      if resources[.claims] != nil {
        pass.refuse(.forbidden, at: .claims, "can be set only for containers; remove them")
      }
      pass.resources(resources, .pod, claims: context.claims)
      pass.requestsSuffice(resources, spec)
      pass.limitsSuffice(resources, spec)
    }
  }

  private mutating func requestsSuffice(_ resources: PodObject, _ spec: PodObject) {
    let own = resources[.requests]?.map
    let total = ContainerTotals.requests(of: spec)
    within(.requests) { pass in
      for (name, amount) in total {
        guard
          let said = own?[name]?.string.flatMap({ ServerQuantity($0) })
            ?? (pass.release.holds(.unsaidPodRequests) ? .zero : nil)
        else { continue }
        if amount.compare(said) > 0 {
          pass.refuse(
            .invalid, at: .key(name),
            "\(said.text) is less than the containers ask for; write \(amount.text) or more")
        }
      }
    }
  }

  private mutating func limitsSuffice(_ resources: PodObject, _ spec: PodObject) {
    guard let own = resources[.limits]?.map else { return }
    if release.holds(.podPagesTogether) { pagesSuffice(own, spec) }
    for (index, item) in spec.items(.containers).enumerated() {
      for entry in item.object?.part(.resources)?.entries(.limits) ?? [] {
        guard let limit = own[entry.key]?.string, let most = ServerQuantity(limit),
          let text = entry.value.string, let amount = ServerQuantity(text),
          amount.compare(most) > 0
        else { continue }
        refuse(
          .invalid,
          saying: [.field(.containers), .index(index), .key(entry.key), .field(.limits)],
          at: [
            .field(.spec), .field(.containers), .index(index), .field(.resources), .field(.limits),
            .key(entry.key),
          ], "\(text) is above the limit of the pod; write \(limit) or less")
      }
    }
  }
}

extension ValidationPass {
  /// Huge pages cannot be shared out twice, so the pod's limit holds for all containers together.
  private mutating func pagesSuffice(_ own: PodMap, _ spec: PodObject) {
    within(.limits) { pass in
      for (name, amount) in ContainerTotals.limits(of: spec) where ResourceName.isHugePages(name) {
        guard let text = own[name]?.string, let said = ServerQuantity(text),
          amount.compare(said) > 0
        else { continue }
        pass.refuse(
          .invalid, at: .key(name),
          "\(said.text) is less than the limits of the containers together; write \(amount.text) or more"
        )
      }
    }
  }
}

/// The sums over the containers of a pod (`component-helpers/resource`).
enum ContainerTotals {
  typealias Amounts = TextMap<ServerQuantity>

  static func requests(of spec: PodObject) -> Amounts { total(.requests, of: spec) }

  static func limits(of spec: PodObject) -> Amounts { total(.limits, of: spec) }

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

  static func amounts(_ field: FieldName, of container: PodObject) -> Amounts {
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
