public import Deployments
public import Judgment

/// A cluster to be audited.
public struct AuditSubject: Sendable {
  /// The cluster as it runs.
  public let running: Deployment
  /// The same once the planned patches are deployed.
  public let planned: Deployment
  /// The running cluster with the admission policies of the config; nil: it has none.
  public let governed: Deployment?
  /// The patches that the running binary has.
  public let deployedPatches: [String]
  /// The patches that are planned and do not run yet.
  public let plannedPatches: [String]
  /// What pods are held to that no template covers; used where a set has no templates.
  public let bareClaim: Claim?
  /// The shapes of tasks to look at.
  public let tasks: [StandardTask]
  /// What may be changed, to find a fix.
  public let trial: any AuditTrial

  /// Makes a subject.
  public init(
    running: Deployment, planned: Deployment, governed: Deployment? = nil,
    deployedPatches: [String], plannedPatches: [String],
    bareClaim: Claim? = nil, tasks: [StandardTask] = StandardTask.allCases, trial: any AuditTrial
  ) {
    self.running = running
    self.planned = planned
    self.governed = governed
    self.deployedPatches = deployedPatches
    self.plannedPatches = plannedPatches
    self.bareClaim = bareClaim
    self.tasks = tasks
    self.trial = trial
  }
}
