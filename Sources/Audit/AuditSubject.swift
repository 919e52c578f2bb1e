public import Deployments
public import Judgment
public import Values

/// A cluster to be audited.
public struct AuditSubject: Sendable {
  /// The cluster as it runs.
  public let running: Deployment
  /// The same once the planned patches are deployed.
  public let planned: Deployment
  /// The patches that the running binary has.
  public let deployedPatches: [String]
  /// The patches that are planned and do not run yet.
  public let plannedPatches: [String]
  /// What pods are held to that no template covers; used where a set has no templates.
  public let bareClaim: Claim?
  /// The shapes of tasks to look at.
  public let tasks: [StandardTask]
  /// Where the config names the Flyte version; nil: there is no config.
  public let origin: Origin?
  /// What may be changed, to find a fix.
  public let trial: any AuditTrial

  /// Makes a subject.
  public init(
    running: Deployment, planned: Deployment, deployedPatches: [String], plannedPatches: [String],
    bareClaim: Claim? = nil, tasks: [StandardTask] = StandardTask.allCases,
    origin: Origin? = nil, trial: any AuditTrial
  ) {
    self.running = running
    self.planned = planned
    self.deployedPatches = deployedPatches
    self.plannedPatches = plannedPatches
    self.bareClaim = bareClaim
    self.tasks = tasks
    self.origin = origin
    self.trial = trial
  }
}
