import Deployments
import Flyte
import Judgment
import PodAPI
import Values

/// Finds out whether a task leaves something in a template that later tasks get, by building pods one
/// after the other.
struct TemplateLeak {
  /// The values that a task leaves behind.
  struct Found {
    /// The shapes of tasks that leave something.
    var first: [String] = []
    /// The shapes of tasks that get it.
    var later: [String] = []
    /// The fields that it is found in.
    var fields: [String] = []
  }

  private let model: FlyteModel
  private let store: TemplateStore
  private let tasks: [(name: String, task: DecodedTask)]

  /// Nil where there is no template.
  init?(line: FindingContext.Line, context: FindingContext) {
    guard line.template != nil else { return nil }
    store = context.store(of: line)
    let (model, named) = (context.model, context.name(of: line))
    self.model = model
    // The webhook's part is done after the merge.
    tasks = line.pods.map(\.judged.task).filter { $0.secret == nil }.map {
      ($0.name, model.read($0.shape(podTemplateName: named)))
    }
  }

  /// Nil where every task gets what it would get alone.
  var found: Found? {
    let alone = tasks.map { build($0.task, store.restarted()) }
    let one = store.restarted()
    let inTurn = (0..<2).flatMap { _ in tasks.map { build($0.task, one) } }
    guard inTurn != alone + alone else { return nil }
    var found = Found()
    func add(_ word: String, to list: WritableKeyPath<Found, [String]>) {
      if !found[keyPath: list].contains(word) { found[keyPath: list].append(word) }
    }
    for first in tasks {
      for (index, later) in tasks.enumerated() {
        let store = store.restarted()
        _ = build(first.task, store)
        let second = build(later.task, store)
        guard let second, let expected = alone[index], second != expected else { continue }
        add(first.name, to: \.first)
        add(later.name, to: \.later)
        for field in Self.fields(expected.spec, second.spec) { add(field, to: \.fields) }
      }
    }
    return found.first.isEmpty ? nil : found
  }

  private func build(_ task: DecodedTask, _ store: TemplateStore) -> BuiltPod? {
    try? model.pod(for: task, in: Judgment.namespace, store: store).get()
  }

  /// The fields in which two pods differ, those of containers without their names.
  private static func fields(_ left: PodObject, _ right: PodObject) -> [String] {
    var found: [String] = []
    for list in [FieldName.initContainers, .containers] {
      for (one, other) in zip(left[list]?.items ?? [], right[list]?.items ?? []) {
        guard let one = one.object, let other = other.object else { continue }
        found += differences(one, other, [])
      }
    }
    var rest = (left, right)
    for list in [FieldName.initContainers, .containers] {
      rest.0[list] = nil
      rest.1[list] = nil
    }
    return found + differences(rest.0, rest.1, [])
  }

  private static func differences(
    _ left: PodObject, _ right: PodObject, _ path: [String]
  ) -> [String] {
    var names = left.fields.map(\.name)
    for field in right.fields where !names.contains(field.name) { names.append(field.name) }
    return names.flatMap { name -> [String] in
      guard left[name] != right[name] else { return [] }
      let place = path + [name.text]
      if let one = left[name]?.object, let other = right[name]?.object {
        return differences(one, other, place)
      }
      return [place.joined(separator: ".")]
    }
  }
}
