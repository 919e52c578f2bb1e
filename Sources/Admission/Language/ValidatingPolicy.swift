/// A policy that refuses pods, or warns of them: one validation for each thing that a profile says.
public struct ValidatingPolicy: Sendable, Hashable {
  /// What becomes of a pod that a validation refuses.
  public enum Action: String, Sendable, Hashable {
    /// It is made, and whoever makes it is warned.
    case warn
    /// It is refused.
    case deny
  }

  /// One thing that every pod must keep.
  public struct Validation: Sendable, Hashable {
    /// What must be true: of the pod, or of each of its containers.
    public enum Subject: Sendable, Hashable {
      case pod(PolicyCondition)
      /// Of main and init containers alike.
      case eachContainer(PolicyCondition)
    }

    /// What must be true.
    public let subject: Subject
    /// What is said of a pod that does not keep it; the names of its containers follow.
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
  /// Which pods it is for; all must answer yes.
  public let matches: [PolicyMatch]
  /// What it asks of them.
  public let validations: [Validation]
  /// What becomes of a pod that it refuses.
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
