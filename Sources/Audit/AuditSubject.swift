public import Deployments
public import Flyte
public import Operators
public import Values

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
  /// The claim for pods without a template; used if a set has no templates.
  public let bareClaim: Claim?
  /// The tasks to look at.
  public let tasks: [JudgedTask]
  /// The place where the config names the Flyte version; nil if there is no config.
  public let origin: Origin?
  /// The values of profiles that have no effect; nil: no profiles are known, so templates are looked at.
  public let lost: [LostValue]?
  /// The patches that pods need and that cannot be made without sources.
  public var withoutSource: [String] = []
  /// The day of the audit, for acceptances that end; nil: none has ended.
  public var today: CalendarDay?
  /// The plugins that teams use.
  public let plugins: [PluginChoice]
  /// The parts that may be changed to find a fix.
  public let trial: any AuditTrial

  /// Makes a subject.
  public init(
    running: Deployment, planned: Deployment, governed: Deployment? = nil,
    deployedPatches: [String], plannedPatches: [String],
    bareClaim: Claim? = nil, tasks: [JudgedTask]? = nil, origin: Origin? = nil,
    lost: [LostValue]? = nil, plugins: [PluginChoice] = [], trial: any AuditTrial
  ) {
    self.running = running
    self.planned = planned
    self.governed = governed
    self.deployedPatches = deployedPatches
    self.plannedPatches = plannedPatches
    self.bareClaim = bareClaim
    let modeled = plugins.filter { running.operators[$0.plugin] != nil }
    self.tasks =
      (tasks ?? running.tasks) + modeled.flatMap { $0.tasks.map { .plugin($0) } }
      + running.acceleratedTasks
    self.origin = origin
    self.lost = lost
    self.plugins = plugins
    self.trial = trial
  }
}
