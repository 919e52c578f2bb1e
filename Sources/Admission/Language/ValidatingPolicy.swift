/// A policy that refuses pods, or warns of them: one validation for each thing that a profile says.
public struct ValidatingPolicy: Sendable, Hashable {
  /// The treatment of a pod that a validation refuses.
  public enum Action: String, Sendable, Hashable, CaseIterable {
    /// It is made, and whoever makes it is warned.
    case warn
    /// It is refused.
    case deny
  }

  /// One thing that every pod must keep.
  public struct Validation: Sendable, Hashable {
    /// The subject: the pod, or each of its containers.
    public enum Subject: Sendable, Hashable {
      case pod(PolicyCondition)
      /// Of main and init containers alike.
      case eachContainer(PolicyCondition)
    }

    /// The condition that must be true.
    public let subject: Subject
    /// The message about a pod that does not keep it; the names of its containers follow.
    @Bytewise public private(set) var message: String

    /// Makes a validation.
    public init(_ subject: Subject, message: String) {
      self.subject =
        switch subject {
        case .pod(let condition): .pod(condition.simplified)
        case .eachContainer(let condition): .eachContainer(condition.simplified)
        }
      self.message = message
    }
  }

  /// Its name, of the cluster-scoped object too.
  @Bytewise public private(set) var name: String
  /// The conditions on pods that it is for; all must be true.
  public let matches: [PolicyMatch]
  /// The conditions that they must keep.
  public let validations: [Validation]
  /// The treatment of a pod that it refuses.
  public let action: Action

  /// Makes a policy.
  public init(
    name: String, matches: [PolicyMatch], validations: [Validation], action: Action
  ) {
    self.name = name
    self.matches = matches
    self.validations = validations
    self.action = action
  }
}
