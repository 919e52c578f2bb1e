public import Reports

/// One cluster of a report.
public struct AuditedCluster: Sendable {
  /// Its name; of files that exist, what they are called together.
  public let name: String
  /// The place where the config names its Flyte version; nil if there is no config.
  public let place: ReportPlace?
  /// The Flyte version.
  public let flyte: String
  /// The release whose behavior it has.
  public let release: String
  /// The Kubernetes version, `1.31`.
  public let kubernetes: String
  /// The patches that the running binary has.
  public let deployedPatches: [String]
  /// The patches that are planned and do not run yet.
  public let plannedPatches: [String]
  /// The number of namespaces.
  public let namespaces: Int
  /// The shapes of tasks that were looked at.
  public let tasks: [String]
  /// The verdicts, equal ones together.
  public let rows: [AuditRow]
  /// Each different refusal once.
  public let refusals: [AuditRefusal]
  /// Other problems that users run into.
  public let findings: [AuditFinding]
  /// The actions, the cheapest first.
  public let actions: [AuditAction]
  /// The pods of plugins, each role by itself.
  public let roles: [AuditedRole]
  /// The facts on the plugins that are used and not worked out.
  public let plugins: [PluginFact]
  /// The other pods that Flyte may run here and that are not modeled.
  public let notCovered: [NotCovered]
  /// The security fields of the pods as things run now.
  public var podFields: [AuditedPodFields] = []

  /// Pods: one for each namespace, template and shape of task.
  public var pods: Int { rows.reduce(0) { $0 + $1.weight * $1.cells.count } }
  /// Those that are refused as things run now.
  public var refusedPods: Int { count { $0.now.isRefusal } }
  /// Those that are refused once the planned patches are deployed.
  public var refusedPlannedPods: Int { count { $0.planned.isRefusal } }

  /// Those that are refused with the policies of the config; nil: it has none.
  public var refusedGovernedPods: Int? {
    rows.contains { $0.cells.contains { $0.governed != nil } }
      ? count { $0.governed?.isRefusal ?? $0.now.isRefusal } : nil
  }

  /// Those of the refused ones that the config accepts.
  public var acceptedPods: Int { count { $0.now.isRefusal && $0.isAccepted } }

  private func count(_ holds: (AuditCell) -> Bool) -> Int {
    rows.reduce(0) { $0 + $1.weight * $1.cells.count(where: holds) }
  }
}

/// Namespaces in which the same becomes of the same tasks.
public struct AuditRow: Sendable {
  /// The PodTemplates; empty: none applies.
  public let templates: [String]
  /// The Pod Security level and version that the pods are held to, `restricted:latest`; nil: nothing is
  /// claimed.
  public let claim: String?
  /// The namespaces, in byte order; empty where the template is judged wherever it may be.
  public let namespaces: [String]
  /// One for each shape of task.
  public let cells: [AuditCell]

  /// The number of times that a cell of it counts.
  public var weight: Int { max(1, namespaces.count) * max(1, templates.count) }
}

/// The outcome of a shape of task.
public struct AuditCell: Sendable, Hashable {
  /// The shape.
  @Bytewise public private(set) var task: String
  /// The verdict as things run now.
  public let now: AuditVerdict
  /// The verdict once the planned patches are deployed.
  public let planned: AuditVerdict
  /// The verdict as things run now, with the policies of the config; nil: it has none.
  public let governed: AuditVerdict?
  /// The number of its refusal; nil where there is none.
  public let refusal: Int?
  /// True if the config accepts the refusal.
  public let isAccepted: Bool

  /// Makes a cell.
  public init(
    task: String, now: AuditVerdict, planned: AuditVerdict, governed: AuditVerdict?, refusal: Int?,
    isAccepted: Bool = false
  ) {
    self.task = task
    self.now = now
    self.planned = planned
    self.governed = governed
    self.refusal = refusal
    self.isAccepted = isAccepted
  }
}

/// The outcome of a pod.
public enum AuditVerdict: String, Sendable, Hashable, CaseIterable {
  /// Pod Security admits it.
  case admitted
  /// Pod Security, the API server, the secret webhook or a policy refuses it.
  case refused
  /// Flyte makes no pod.
  case notBuilt = "not-built"
  /// It is admitted, and lacks the secret that its task asks for.
  case lacksSecret = "lacks-secret"
  /// Nothing is claimed of it, so nothing is proven.
  case unclaimed

  /// True if the task cannot run.
  public var isRefusal: Bool { self == .refused || self == .notBuilt }
}

/// One thing to do.
public struct AuditAction: Sendable {
  /// The action, in the imperative.
  public let words: String
  /// The numbers of the refusals that ask for it.
  public let refusals: [Int]
  /// The number of pods that these refuse.
  public let pods: Int
}
