import PodAPI

// What the patch for a task's own Spark pods does: fields of security contexts that are missing are filled in.

extension PodObject {
  /// Gives this pod the fields that it lacks: those of Flyte's pod, and all its containers those of the
  /// task's own container.
  mutating func fillSecurityContexts(pod: PodObject?, container: PodObject?) {
    if let container {
      let offered = container.replacingFields(by: self[.securityContext]?.object ?? PodObject())
      for list in [FieldName.initContainers, .containers] {
        for index in (self[list]?.items ?? []).indices {
          changeContainer(index, in: list) { container in
            container[.securityContext] = .object(
              container[.securityContext]?.object?.filled(asContext: offered) ?? offered)
          }
        }
      }
    }
    if let pod {
      self[.securityContext] = .object(
        (self[.securityContext]?.object ?? PodObject()).filled(with: pod))
    }
  }

  /// This context of a container with what another one has besides.
  private func filled(asContext other: PodObject) -> PodObject {
    var (result, offered) = (self, other)
    // The API server refuses a container with more privileges that must not get any.
    if escalates { offered[.allowPrivilegeEscalation] = nil }
    if self[.allowPrivilegeEscalation]?.bool == false { offered[.privileged] = nil }
    if let own = self[.capabilities]?.object, let more = offered[.capabilities]?.object {
      result[.capabilities] = .object(own.filled(with: more))
    }
    return result.filled(with: offered)
  }

  /// True if the API server takes no `allowPrivilegeEscalation: false` beside this.
  private var escalates: Bool {
    self[.privileged]?.bool == true
      || self[.capabilities]?.object?[.add]?.items.contains(.string("CAP_SYS_ADMIN")) == true
  }

  /// This with those fields of another struct that it lacks.
  private func filled(with other: PodObject) -> PodObject {
    var result = self
    for field in other.fields where result.lacks(field.name) { result[field.name] = field.value }
    return result
  }

  /// This with the values of another struct in the fields that both have: what a task sets for its
  /// whole pod would lose against a field of a container.
  private func replacingFields(by other: PodObject) -> PodObject {
    var result = self
    for field in other.fields where !result.lacks(field.name) && !other.lacks(field.name) {
      result[field.name] = field.value
    }
    return result
  }

  /// True if a field is not set; the API server takes an empty list for none.
  private func lacks(_ name: FieldName) -> Bool {
    guard let value = self[name] else { return true }
    if case .list(let items) = value { return items.isEmpty }
    return false
  }
}
