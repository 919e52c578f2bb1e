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
    let list: ContainerList
    let forAll: String
    let forPrimary: String
    let primary: String
    let byName: Behaviours.ContainerMerge
    let entry: Behaviours.NamedEntry
    /// Whether what is merged onto a copy may hold the entry's own pointers afterwards.
    let lends: Bool
  }

  /// The merged spec.
  func spec(of task: TaskPod) -> PodObject {
    // The template's own init containers, as they are before anything is merged.
    let own = runsOwn ? template.initContainers.map(\.object) : []
    let containers = merged(
      task.containers,
      Rules(
        list: .containers, forAll: "default", forPrimary: "primary", primary: primaryContainer,
        byName: behaviours.containerMerge, entry: behaviours.namedEntry, lends: true))
    let initContainers = initContainers(of: task, own: own)
    // Taken out of memory last: later merges may have changed what earlier ones share.
    return TaskPod.object(
      template.spec.merged(with: task.spec), containers: containers.map(\.object),
      initContainers: initContainers.map(\.object))
  }

  /// Whether init containers of the template's own may run.
  private var runsOwn: Bool {
    keepsOwn || behaviours.initMerge == .keeping || behaviours.initMerge == .concatenated
  }

  private func initContainers(of task: TaskPod, own: [PodObject]) -> [GoValue] {
    let byName: Behaviours.ContainerMerge
    switch behaviours.initMerge {
    case .concatenated: return (own + task.initContainers).map { .plain(.object($0)) }
    case .byRole: byName = .byRole
    case .byName: byName = .byName
    case .byNameButPrimary: byName = .byNameButPrimary
    case .byEntryName, .keeping: byName = .byEntryName
    }
    let kept = own.filter { runs($0.containerName, beside: task.initContainers) }
    return kept.map { .plain(.object($0)) }
      + merged(
        task.initContainers,
        Rules(
          list: .initContainers, forAll: "default-init", forPrimary: "primary-init",
          primary: primaryInitContainer, byName: byName, entry: behaviours.namedInitEntry,
          // The remedy's own function copies every layer.
          lends: behaviours.initMerge != .keeping))
  }

  /// Whether an entry of the template is an init container of its own.
  private func runs(_ name: String, beside task: [PodObject]) -> Bool {
    name != "default-init" && name != "primary-init" && !name.hasPrefix(copilotPrefix)
      && !task.contains { $0.containerName == name }
  }

  private func merged(_ task: [PodObject], _ rules: Rules) -> [GoValue] {
    let names = template.names(in: rules.list)
    // The entry for a role: the last of that name.
    let forAll = names.lastIndex(of: rules.forAll)
    let forPrimary = names.lastIndex(of: rules.forPrimary)
    return task.map { container in
      let name = container.containerName
      var result = Result.nothing
      if let forAll { result = .own(copy(forAll, rules)) }
      if let forPrimary, name == rules.primary { layer(forPrimary, onto: &result, .copy, rules) }
      for (index, entry) in names.enumerated() where meets(entry, name, rules) {
        layer(index, onto: &result, rules.entry, rules)
      }
      switch result {
      case .nothing: return .plain(.object(container))
      case .own(var value):
        value.merge(.object(container))
        return value
      case .entry(let index):
        template[rules.list][index].merge(.object(container))
        // Assigned to the pod's list: a struct that shares its pointers with the entry.
        return Self.containerType.map {
          template[rules.list][index].shallowCopy(as: $0)
        } ?? template[rules.list][index]
      }
    }
  }

  /// What a container is merged onto.
  private enum Result {
    case nothing
    /// A struct of the merge's own.
    case own(GoValue)
    /// The template's own entry at this index: Go holds a pointer to it.
    case entry(Int)
  }

  /// Merges an entry onto what there is; onto nothing it is taken as `first` says.
  private func layer(
    _ index: Int, onto result: inout Result, _ first: Behaviours.NamedEntry, _ rules: Rules
  ) {
    guard let type = Self.containerType else { return }
    switch result {
    case .nothing:
      switch first {
      case .shallowCopy:
        result = .own(template[rules.list][index].shallowCopy(as: type))
      case .copy: result = .own(copy(index, rules))
      case .itself: result = .entry(index)
      }
    case .own(var value):
      if rules.lends {
        value.merge(lending: &template[rules.list][index], as: type)
      } else {
        value.merge(template[rules.list][index].podValue)
      }
      result = .own(value)
    case .entry(let target):
      var source = template[rules.list][index]
      template[rules.list][target].merge(lending: &source, as: type)
      if index != target { template[rules.list][index] = source }
    }
  }

  private static let containerType = PodSchema.shipped["Container"]

  private func copy(_ index: Int, _ rules: Rules) -> GoValue {
    .plain(template[rules.list][index].podValue)
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
