public import PodAPI

extension ValidatingPolicy {
  /// Returns whether the policy is for a pod.
  /// - Parameter pod: a struct with `metadata` and `spec`.
  public func matches(_ pod: PodObject) -> Bool {
    matches.allSatisfy { $0.condition.holds(for: PolicySubject(pod: pod)) }
  }

  /// What the policy says against a pod, validation by validation; empty if it has nothing against it or
  /// is not for it.
  /// - Parameter pod: a struct with `metadata` and `spec`.
  public func messages(on pod: PodObject) -> [String] {
    guard matches(pod) else { return [] }
    return validations.compactMap { $0.message(on: pod) }
  }
}

extension ValidatingPolicy.Validation {
  /// What is said against a pod; nil: nothing.
  public func message(on pod: PodObject) -> String? {
    switch subject {
    case .pod(let condition):
      return condition.holds(for: PolicySubject(pod: pod)) ? nil : message
    case .eachContainer(let condition):
      let containers = PolicyContainers.allCases.flatMap { list in
        PolicySubject(pod: pod).value(at: list.place)?.items.compactMap(\.object) ?? []
      }
      let wrong = containers.filter {
        !condition.holds(for: PolicySubject(pod: pod, container: $0))
      }
      guard !wrong.isEmpty else { return nil }
      return message + ": "
        + wrong.map { $0[.name]?.string ?? "" }.joined(separator: ", ")
    }
  }
}
