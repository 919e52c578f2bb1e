/// A policy that changes pods before Pod Security sees them: one mutation, a list of steps. Every
/// condition sees the pod as it came, and the steps are done in their order.
public struct MutatingPolicy: Sendable, Hashable {
  /// Its name, of the cluster-scoped object too.
  @Bytewise public private(set) var name: String
  /// The conditions on pods that it is for; all must be true.
  public let matches: [PolicyMatch]
  /// Its steps.
  public let steps: [PolicyStep]

  /// Makes a policy.
  public init(name: String, matches: [PolicyMatch], steps: [PolicyStep]) {
    self.name = name
    self.matches = matches
    self.steps = steps
  }
}

/// A condition that a policy has on the pods it is for.
public struct PolicyMatch: Sendable, Hashable {
  /// Its name.
  @Bytewise public private(set) var name: String
  /// The condition.
  public let condition: PolicyCondition

  /// Makes a match condition.
  public init(_ name: String, _ condition: PolicyCondition) {
    self.name = name
    self.condition = condition.simplified
  }
}
