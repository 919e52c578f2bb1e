import PodAPI

/// The merge of a task's pod onto a PodTemplate. It changes the template where Flyte's does.
struct TemplateMerge {
  let behaviours: Behaviours
  let template: TemplateStore.Entry
  let primaryContainer: String
  let primaryInitContainer: String
  let copilotPrefix: String
  /// Whether the template's own init containers run (a remedy, and a setting).
  let keepsOwn: Bool

  /// How the entries of one of the template's two lists meet containers.
  private struct Rules {
    let list: WritableKeyPath<GoPod, [GoStruct]>
    let forAll: String
    let forPrimary: String
    let primary: String
    let byName: Behaviours.ContainerMerge
    let entry: Behaviours.NamedEntry
  }

  /// The merged pod.
  func pod(of task: GoPod) -> GoPod {
    // The lists come from the template as it is before the containers are merged.
    var spec = template.pod.spec.deepCopy
    spec.merge(task.spec)
    let own = template.pod.initContainers.map(\.deepCopy)
    let containers = merged(
      task.containers,
      Rules(
        list: \.containers, forAll: "default", forPrimary: "primary", primary: primaryContainer,
        byName: behaviours.containerMerge, entry: behaviours.namedEntry))
    return GoPod(
      spec: spec, containers: containers,
      initContainers: initContainers(of: task, own: own))
  }

  private func initContainers(of task: GoPod, own: [GoStruct]) -> [GoStruct] {
    let byName: Behaviours.ContainerMerge
    var entry = behaviours.namedEntry
    switch behaviours.initMerge {
    case .concatenated: return own + task.initContainers
    case .byRole: byName = .byRole
    case .byName: byName = .byName
    case .byNameButPrimary: byName = .byNameButPrimary
    case .byEntryName: byName = .byEntryName
    case .keeping:
      byName = .byEntryName
      entry = .copy
    }
    let merged = merged(
      task.initContainers,
      Rules(
        list: \.initContainers, forAll: "default-init", forPrimary: "primary-init",
        primary: primaryInitContainer, byName: byName, entry: entry))
    guard keepsOwn || behaviours.initMerge == .keeping else { return merged }
    return own.filter { runs($0.name, beside: task.initContainers) } + merged
  }

  /// Whether an entry of the template is an init container of its own.
  private func runs(_ name: String, beside task: [GoStruct]) -> Bool {
    name != "default-init" && name != "primary-init" && !name.hasPrefix(copilotPrefix)
      && !task.contains { $0.name == name }
  }

  private func merged(_ task: [GoStruct], _ rules: Rules) -> [GoStruct] {
    let forAll = index(of: rules.forAll, rules)
    let forPrimary = index(of: rules.forPrimary, rules)
    return task.map { container in
      let name = container.name
      var result: GoStruct?
      // The entry that is itself what is merged onto: Go holds a pointer to it.
      var inPlace: Int?
      func layer(_ source: GoStruct) {
        if let index = inPlace {
          template.pod[keyPath: rules.list][index].merge(source)
        } else {
          result?.merge(source)
        }
      }
      if let forAll { result = entry(forAll, rules).deepCopy }
      if let forPrimary, name == rules.primary {
        if result == nil {
          result = entry(forPrimary, rules).deepCopy
        } else {
          layer(entry(forPrimary, rules))
        }
      }
      for index in template.pod[keyPath: rules.list].indices
      where meets(entry(index, rules).name, name, rules) {
        guard result == nil, inPlace == nil else {
          layer(entry(index, rules))
          continue
        }
        switch rules.entry {
        case .shallowCopy: result = entry(index, rules)
        case .copy: result = entry(index, rules).deepCopy
        case .itself: inPlace = index
        }
      }
      guard result != nil || inPlace != nil else { return container }
      layer(container)
      return result ?? inPlace.map { entry($0, rules) } ?? container
    }
  }

  /// The entry for a role: the last of that name.
  private func index(of role: String, _ rules: Rules) -> Int? {
    template.pod[keyPath: rules.list].lastIndex { $0.name == role }
  }

  private func entry(_ index: Int, _ rules: Rules) -> GoStruct {
    template.pod[keyPath: rules.list][index]
  }

  /// Whether an entry is merged into a container by name.
  private func meets(_ entry: String, _ container: String, _ rules: Rules) -> Bool {
    guard entry == container else { return false }
    switch rules.byName {
    case .byRole: return false
    case .byName: return true
    case .byNameButPrimary: return container != rules.primary && container != rules.forAll
    case .byEntryName: return entry != rules.forAll && entry != rules.forPrimary
    }
  }
}
