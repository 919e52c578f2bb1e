import PodAPI

/// The merge of a task's pod onto a PodTemplate. It changes the template where Flyte's does.
struct TemplateMerge {
  let behaviors: Behaviors
  let template: TemplateStore.Entry
  let primaryContainer: String
  let primaryInitContainer: String
  let copilotPrefix: String
  /// True if the template's own init containers run (a patch, and a setting).
  let keepsOwn: Bool

  /// The merged spec.
  func spec(of task: TaskPod) -> PodObject {
    // The template's own init containers, as they are before anything is merged.
    let own = runsOwn ? template.initContainers.map(\.object) : []
    let containers = merged(
      task.containers, EntryRules.containers(behaviors, primary: primaryContainer))
    let initContainers = initContainers(of: task, own: own)
    // Taken out of memory last: later merges may have changed what earlier ones share.
    return TaskPod.object(
      template.spec.merged(with: task.spec), containers: containers.map(\.object),
      initContainers: initContainers.map(\.object))
  }

  /// True if init containers of the template's own may run.
  private var runsOwn: Bool {
    keepsOwn || behaviors.initMerge == .keeping || behaviors.initMerge == .concatenated
  }

  private func initContainers(of task: TaskPod, own: [PodObject]) -> [GoValue] {
    guard let rules = EntryRules.initContainers(behaviors, primary: primaryInitContainer) else {
      return (own + task.initContainers).map { .plain(.object($0)) }
    }
    let kept = own.filter { runs($0.containerName, beside: task.initContainers) }
    return kept.map { .plain(.object($0)) } + merged(task.initContainers, rules)
  }

  /// True if an entry of the template is an init container of its own.
  private func runs(_ name: String, beside task: [PodObject]) -> Bool {
    let isCopilot = !copilotPrefix.isEmpty && name.hasPrefix(copilotPrefix)
    return name != "default-init" && name != "primary-init" && !isCopilot
      && !task.contains { $0.containerName == name }
  }

  private func merged(_ task: [PodObject], _ rules: EntryRules) -> [GoValue] {
    let names = template.names(in: rules.list)
    return task.map { container in
      var result = Result.nothing
      for (index, role) in rules.roles(under: container.containerName, of: names) {
        layer(index, onto: &result, role == .byName ? rules.entry : .copy, rules)
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

  /// The base that a container is merged onto.
  private enum Result {
    case nothing
    /// A struct of the merge's own.
    case own(GoValue)
    /// The template's own entry at this index: Go holds a pointer to it.
    case entry(Int)
  }

  /// Merges an entry onto what there is; onto nothing it is taken as `first` says.
  private func layer(
    _ index: Int, onto result: inout Result, _ first: Behaviors.NamedEntry, _ rules: EntryRules
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

  private func copy(_ index: Int, _ rules: EntryRules) -> GoValue {
    .plain(template[rules.list][index].podValue)
  }
}
