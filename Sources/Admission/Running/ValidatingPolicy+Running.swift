public import PodAPI

extension ValidatingPolicy {
  /// Returns whether the policy is for a pod.
  /// - Parameter pod: a struct with `metadata` and `spec`.
  public func matches(_ pod: PodObject) -> Bool {
    matches.allSatisfy { $0.condition.holds(for: PolicySubject(pod: pod)) }
  }

  /// The messages of the policy about a pod, validation by validation; empty if it has nothing against it or
  /// is not for it.
  /// - Parameter pod: a struct with `metadata` and `spec`.
  public func messages(on pod: PodObject) -> [String] {
    guard matches(pod) else { return [] }
    return validations.compactMap { $0.message(on: pod) }
  }
}

extension ValidatingPolicy {
  /// Returns a policy that asks nothing of images from a registry, for images that stand for others.
  public func allowing(imagesFrom registry: ByteText) -> ValidatingPolicy {
    ValidatingPolicy(
      name: name, matches: matches,
      validations: validations.map { validation in
        guard case .eachContainer(.startsWith(.image, let starts)) = validation.subject else {
          return validation
        }
        return Validation(
          .eachContainer(.startsWith(.image, starts + [registry])), message: validation.message)
      }, action: action)
  }
}

extension ValidatingPolicy.Validation {
  /// The message about a pod; nil: there is none.
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
