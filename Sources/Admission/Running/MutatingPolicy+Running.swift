public import PodAPI

extension MutatingPolicy {
  /// Returns whether the policy is for a pod.
  /// - Parameter pod: a struct with `metadata` and `spec`.
  public func matches(_ pod: PodObject) -> Bool {
    matches.allSatisfy { $0.condition.holds(for: PolicySubject(pod: pod)) }
  }

  /// A pod as the policy leaves it; nil if it is not for it. As in the API server, conditions and values
  /// see the pod as it came, and the operations are done one after the other.
  /// - Parameter pod: a struct with `metadata` and `spec`.
  public func mutated(_ pod: PodObject) -> PodObject? {
    guard matches(pod) else { return nil }
    var result = pod
    for step in steps { step.apply(to: &result, as: pod) }
    return result
  }
}

extension PolicyStep {
  fileprivate func apply(to pod: inout PodObject, as original: PodObject) {
    switch scope {
    case .pod:
      let subject = PolicySubject(pod: original)
      guard condition.holds(for: subject), let value = value(for: subject) else { return }
      Self.set(value, at: place.fields[...], of: &pod, type: PolicyPlace.Root.pod.type)
    case .each(let list):
      let containers = PolicySubject(pod: original).value(at: list.place)?.items ?? []
      guard var spec = pod[.spec]?.object, var items = spec[list.field]?.items else { return }
      for (index, container) in containers.enumerated() where index < items.count {
        let subject = PolicySubject(pod: original, container: container.object)
        guard condition.holds(for: subject), let value = value(for: subject),
          var changed = items[index].object
        else { continue }
        Self.set(value, at: place.fields[...], of: &changed, type: PolicyPlace.Root.container.type)
        items[index] = .object(changed)
      }
      spec[list.field] = .list(items)
      pod[.spec] = .object(spec)
    }
  }

  private func value(for subject: PolicySubject) -> PodValue? {
    switch value {
    case .literal(let value): return value
    case .empty: return .object(PodObject())
    case .kept(let texts):
      let items = subject.value(at: place)?.items ?? []
      return .list(items.filter { item in texts.contains { $0.text == item.string ?? "" } })
    case .extended(let texts):
      return .list((subject.value(at: place)?.items ?? []) + texts.map { .string($0.text) })
    }
  }

  /// Sets a field. Its parents are there: steps set them first. Without them the API server's JSON patch
  /// fails, and the pod is refused; the builder's steps never do that, and nothing is set here.
  private static func set(
    _ value: PodValue, at path: ArraySlice<FieldName>, of object: inout PodObject, type: String
  ) {
    guard let name = path.first, let field = PodSchema.shipped[type]?[name] else { return }
    if path.count == 1 {
      // As Go's types have it: what is no pointer and zero is not there.
      object[name] = field.isPointer || !value.isZero ? value : nil
      return
    }
    guard case .object(let position) = field.kind, var inner = object[name]?.object else { return }
    set(value, at: path.dropFirst(), of: &inner, type: PodSchema.shipped.types[position].name)
    object[name] = .object(inner)
  }
}
