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
