public import Deployments
public import Flyte
public import Judgment

/// A cluster that can be had otherwise: what may be changed of it, and what it is then.
public protocol AuditTrial: Sendable {
  /// The steps that may help a shape of task, the cheapest first.
  /// - Parameter decisions: what decides the fields that its pod is refused for.
  func steps(for task: JudgedTask, _ decisions: [JudgedPod.Decision]) -> [AuditStep]
  /// The cluster after some steps. Its sets of templates stand in the same order.
  func deployment(taking steps: [AuditStep]) -> Deployment
}
