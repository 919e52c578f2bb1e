public import Diagnostics
public import Flyte
public import Reports

/// A refusal with all that it is about.
public struct AuditRefusal: Sendable {
  /// The refuser.
  public enum Refuser: String, Sendable, Hashable, CaseIterable {
    /// Pod Security.
    case podSecurity = "pod-security"
    /// The API server's own rules.
    case apiServer = "api-server"
    /// The secret webhook.
    case secretWebhook = "secret-webhook"
    /// An operator, or the definition of its resource.
    case pluginOperator = "operator"
    /// An admission policy of the config's own.
    case policy = "admission-policy"
    /// A LimitRange of the namespace.
    case limitRange = "limit-range"
    /// OpenShift's SCCs.
    case constraint = "scc"
    /// A ResourceQuota of the namespace.
    case quota = "resource-quota"
    /// Flyte makes no pod.
    case flyte
  }

  /// Its number in the report, from 1.
  public let number: Int
  /// The refuser.
  public let refuser: Refuser
  /// The refuser's words, for the first of the tasks.
  public let message: String
  /// The namespace whose ids the words have, where OpenShift gives each its own; nil: all have the same.
  public let idsOf: String?
  /// The shapes of tasks that are refused.
  public let tasks: [String]
  /// The PodTemplates under which they are; empty: none applies.
  public let templates: [String]
  /// The number of namespaces that have it.
  public let namespaces: Int
  /// The number of pods.
  public let pods: Int
  /// The causes.
  public let causes: [AuditCause]
  /// The view of the user who starts such a task; nil: not known.
  public let seen: RefusedTask?
  /// The fix after which the pods are admitted.
  public let fix: AuditFix
  /// True if it happens as things run now; else it comes with the planned patches.
  public let isNow: Bool
  /// True if it is gone once the planned patches are deployed.
  public let endsWithPlanned: Bool
  /// The place where the PodTemplate is written, or else the first of the namespaces; nil if not
  /// known.
  public let place: ReportPlace?
  /// The reason why it blocks nothing; nil: it is not accepted.
  public let acceptance: AuditAcceptance?
  /// The severity: a refusal that only the planned patches cause is a warning, and one that is accepted is
  /// worth knowing.
  public var severity: Severity { acceptance != nil ? .note : isNow ? .error : .warning }
  /// The pod of the first task; nil where Flyte makes none.
  public let pod: AuditPod?

  /// The refuser's words, and whose ids are in them.
  var messageWords: String {
    message + (idsOf.map { " (the ids are those of the namespace '\($0)')" } ?? "")
  }

  /// The probability that the fix, taken as it is, is what the user wants.
  public var applicability: AuditFix.Applicability {
    // Equal PodTemplates of several namespaces are one here, and an edit changes only the first.
    fix.applicability == .certain && namespaces > 1 ? .likely : fix.applicability
  }
}

/// The reason why a container, or the pod, is at fault.
public struct AuditCause: Sendable {
  /// The container's name; nil: the pod.
  public let container: String?
  /// The role of the container: `the task's container`, `co-pilot's uploader`.
  public let role: String
  /// The fields, `securityContext.runAsNonRoot`.
  public let fields: [String]
  /// The kind of cause.
  public let kind: AuditCauseKind
  /// The origin of the fields, in words.
  public let words: String
  /// The place that sets it.
  public let place: ReportPlace?
}

/// The steps after which pods are admitted.
public struct AuditFix: Sendable {
  /// The way in which a fix was found.
  public enum Proof: String, Sendable, Hashable, CaseIterable {
    /// The model tried it, and the pods were admitted.
    case tried
    /// It changes what is at fault, and was not tried.
    case advised
    /// None is known.
    case none
  }

  /// The way in which it was found.
  public let proof: Proof
  /// The steps, all of them needed; empty: no fix is known.
  public let steps: [AuditStep]
  /// The steps that help as well, in place of these.
  public let otherwise: [AuditStep]
  /// The steps with an admission policy that help in place of patches; empty: there are none.
  public var governed: [AuditStep] = []

  /// None is known.
  public static let unknown = AuditFix(proof: .none, steps: [], otherwise: [])
}
