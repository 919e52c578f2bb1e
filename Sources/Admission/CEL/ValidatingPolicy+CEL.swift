extension ValidatingPolicy {
  /// The one variable of the policy: main and init containers.
  public static let containersVariable = "containers"

  /// The value of the variable.
  public static let containers =
    "object.spec.containers + (has(object.spec.initContainers) ? object.spec.initContainers : [])"
}

extension ValidatingPolicy.Validation {
  /// The condition that must be true, as CEL reads it.
  public var cel: String {
    switch subject {
    case .pod(let condition): condition.cel
    case .eachContainer(let condition): "variables.containers.all(c, \(condition.cel))"
    }
  }

  /// The message as CEL makes it, with the names of the containers at fault; nil if it is always the
  /// same.
  public var messageCEL: String? {
    switch subject {
    case .pod: return nil
    case .eachContainer(let condition):
      let wrong = PolicyCondition.not(condition).simplified.cel
      return "\(CELLiteral.text(message + ": "))"
        + " + variables.containers.filter(c, \(wrong)).map(c, c.name).join(', ')"
    }
  }
}
