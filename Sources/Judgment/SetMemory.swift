import Deployments
import Flyte

/// The templates of sets: as Flyte's store has them, and with numbers, the same for equal ones. Sets that
/// are alike share them.
final class SetMemory {
  /// The templates of a set.
  struct Known {
    let store: TemplateStore
    /// The number of each template.
    let numbers: [Int]
  }

  private var known: [Int: Known] = [:]
  private var numbers: [TemplateValues: Int] = [:]
  private var twins: [[GovernedTemplate]: Int] = [:]

  /// The first set with the same templates, governed in the same way.
  func twin(of set: Int, _ templates: [GovernedTemplate]) -> Int {
    if let found = twins[templates] { return found }
    twins[templates] = set
    return set
  }

  private var ids: [[GovernedTemplate]: Set<Int64>?] = [:]

  /// The ids that the pods of templates have, worked out once.
  func ids(_ templates: [GovernedTemplate], _ make: () -> Set<Int64>?) -> Set<Int64>? {
    if let found = ids[templates] { return found }
    let made = make()
    ids[templates] = .some(made)
    return made
  }

  /// Those of a set, made on first use.
  func known(_ set: Int, _ own: PodTemplateSet, _ store: () -> TemplateStore) -> Known {
    let first = own.like ?? set
    if let found = known[first] { return found }
    let made = Known(store: store(), numbers: own.templates.map(number))
    known[first] = made
    return made
  }

  private func number(of template: PodTemplate) -> Int {
    let values = TemplateValues(template)
    if let found = numbers[values] { return found }
    let number = numbers.count
    numbers[values] = number
    return number
  }
}
