public import PodAPI

/// The subject of a condition.
public struct PolicySubject: Sendable {
  /// The pod: a struct with `metadata` and `spec`.
  public let pod: PodObject
  /// The container, where it is about one.
  public let container: PodObject?

  /// Makes a subject.
  public init(pod: PodObject, container: PodObject? = nil) {
    self.pod = pod
    self.container = container
  }

  func value(at place: PolicyPlace) -> PodValue? {
    guard var object = place.root == .pod ? pod : container else { return nil }
    for name in place.fields.dropLast() {
      guard let inner = object[name]?.object else { return nil }
      object = inner
    }
    return place.fields.last.flatMap { object[$0] }
  }

  var annotations: PodMap? { value(at: .annotations)?.map }
}

extension PolicyCondition {
  /// Returns what the condition answers.
  public func holds(for subject: PolicySubject) -> Bool {
    switch self {
    case .always: return true
    case .has(let place): return subject.value(at: place) != nil
    case .isTrue(let place): return subject.value(at: place)?.bool == true
    case .equals(let place, let value): return subject.value(at: place) == value
    case .isAmong(let place, let values):
      return subject.value(at: place).map { values.contains($0) } ?? false
    case .isWithin(let place, let ranges):
      guard let number = subject.value(at: place)?.integer else { return false }
      return ranges.contains { $0.contains(number) }
    case .hasOutside(let place, let ranges):
      return (subject.value(at: place)?.items ?? []).contains { item in
        !ranges.contains { range in item.integer.map(range.contains) ?? false }
      }
    case .contains(let place, let text):
      switch subject.value(at: place) {
      case .list(let items)?: return items.contains { $0.string.map { $0 == text.text } ?? false }
      case .map(let map)?: return map[text.text] != nil
      default: return false
      }
    case .hasOther(let place, let texts):
      return (subject.value(at: place)?.items ?? []).contains { item in
        !texts.contains { $0.text == item.string ?? "" }
      }
    case .startsWith(let place, let texts):
      guard let text = subject.value(at: place)?.string else { return false }
      return texts.contains { text.hasPrefix($0.text) }
    case .isAnnotated(let annotation, let values):
      guard let said = subject.annotation(annotation) else { return false }
      return !values.contains { $0.text == said }
    case .someContainer(let list, let condition):
      return (subject.value(at: list.place)?.items ?? []).contains { item in
        condition.holds(for: PolicySubject(pod: subject.pod, container: item.object))
      }
    case .not(let inner): return !inner.holds(for: subject)
    case .all(let parts): return parts.allSatisfy { $0.holds(for: subject) }
    case .any(let parts): return parts.contains { $0.holds(for: subject) }
    }
  }
}

extension PolicySubject {
  fileprivate func annotation(_ annotation: PolicyAnnotation) -> String? {
    switch annotation {
    case .pod(let key): annotations?[key.text]?.string
    case .container(let prefix):
      annotations?[prefix.text + (container?[.name]?.string ?? "")]?.string
    }
  }
}
