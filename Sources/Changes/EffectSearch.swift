import Flyte
import Judgment
import Values

/// Compares the pods of a template before and after, task by task.
struct EffectSearch {
  private(set) var effects: [Effect] = []
  /// The tasks whose pod is let in on one side only, with whether it was before.
  private(set) var admissions: [(task: String, wasAdmitted: Bool)] = []

  /// Compares pods of the same tasks in the same order.
  init(_ before: [TaskPods], _ after: [TaskPods]) {
    for (old, new) in zip(before, after) { compare(old, new) }
  }

  /// Compares the pods of a task, those of one role with each other.
  private mutating func compare(_ old: TaskPods, _ new: TaskPods) {
    compare(old.main, new.main)
    var rest = new.others
    for pod in old.others {
      let place = rest.firstIndex { $0.role == pod.role }
      compare(pod, place.map { rest.remove(at: $0) })
    }
    for pod in rest { compare(nil, pod) }
  }

  private mutating func compare(_ old: JudgedPod?, _ new: JudgedPod?) {
    guard let named = new ?? old else { return }
    let task = named.role == .task ? named.task.name : "\(named.task.name) (\(named.role.name))"
    guard let old, let new else {
      let isNew = old == nil
      add(
        task, nil, .pod, isNew ? nil : .string("made"), isNew ? .string("made") : nil,
        .incomparable)
      return
    }
    switch (old.pod, new.pod) {
    case (nil, nil): break
    case (nil, _?): add(task, nil, .pod, .string("not made"), .string("made"), .loosened)
    case (_?, nil): add(task, nil, .pod, .string("made"), .string("not made"), .tightened)
    case (let left?, let right?):
      let count = effects.count
      if left.spec != right.spec || left.metadata != right.metadata {
        compare(EffectivePod(left), EffectivePod(right), task)
      }
      guard old.isAdmitted != new.isAdmitted else { break }
      admissions.append((task, old.isAdmitted))
      guard effects.count == count else { break }
      add(
        task, nil, .admission, .string(old.isAdmitted ? "admitted" : "refused"),
        .string(new.isAdmitted ? "admitted" : "refused"),
        new.isAdmitted ? .loosened : .tightened)
    }
  }

  private mutating func compare(_ old: EffectivePod, _ new: EffectivePod, _ task: String) {
    let own = VolumeKind.own(old.spec, new.spec)
    fields(old.pod, new.pod, of: nil, task, own)
    var rest = new.containers
    var gone: [(name: ByteText, tree: PlainValue)] = []
    for container in old.containers {
      guard let place = rest.firstIndex(where: { $0.name == container.name }) else {
        gone.append(container)
        continue
      }
      fields(container.tree, rest.remove(at: place).tree, of: container.name, task, own)
    }
    // One container with another name is the same one: `sidecar` became `uploader` (v1.14.0).
    if gone.count == 1, rest.count == 1 {
      fields(gone[0].tree, rest[0].tree, of: rest[0].name, task, own)
      return
    }
    for container in gone {
      add(task, container.name, .container, .string(container.name.text), nil, .incomparable)
    }
    for container in rest {
      add(task, container.name, .container, nil, .string(container.name.text), .incomparable)
    }
  }

  private mutating func fields(
    _ old: PlainValue, _ new: PlainValue, of container: ByteText?, _ task: String,
    _ own: TextSet
  ) {
    for change in TreeComparison.changes(old, new) {
      add(
        task, container, .field(change.path), change.before, change.after,
        change.isMove
          ? .neutral
          : SecurityFields.meaning(of: change.path, change.before, change.after, own: own))
    }
  }

  private mutating func add(
    _ task: String, _ container: ByteText?, _ subject: Effect.Subject,
    _ before: PlainValue?, _ after: PlainValue?, _ meaning: Meaning
  ) {
    effects.append(
      Effect(
        task: task, container: container, subject: subject, before: before, after: after,
        meaning: meaning))
  }
}
