public import Flyte

/// A refusal with all that it is about.
public struct AuditRefusal: Sendable {
  /// Who refuses.
  public enum Refuser: String, Sendable, Hashable, CaseIterable {
    /// Pod Security.
    case podSecurity = "pod-security"
    /// The API server's own rules.
    case apiServer = "api-server"
    /// The secret webhook.
    case secretWebhook = "secret-webhook"
    /// An admission policy of the config's own.
    case policy = "admission-policy"
    /// Flyte makes no pod.
    case flyte
  }

  /// Its number in the report, from 1.
  public let number: Int
  /// Who refuses.
  public let refuser: Refuser
  /// The refuser's words, for the first of the tasks.
  public let message: String
  /// The shapes of tasks that are refused.
  public let tasks: [String]
  /// The PodTemplates under which they are; empty: none applies.
  public let templates: [String]
  /// How many namespaces are concerned.
  public let namespaces: Int
  /// How many pods are.
  public let pods: Int
  /// What brings it about.
  public let causes: [AuditCause]
  /// What the person sees who starts such a task; nil: not known.
  public let seen: RefusedTask?
  /// What lets the pods in.
  public let fix: AuditFix
  /// Whether it happens as things run now; else it comes with the planned patches.
  public let isNow: Bool
  /// Whether it is gone once the planned patches are deployed.
  public let endsWithPlanned: Bool
}

/// Why a container, or the pod, is at fault.
public struct AuditCause: Sendable {
  /// The container's name; nil: the pod.
  public let container: String?
  /// What the container is: `the task's container`, `co-pilot's uploader`.
  public let role: String
  /// The fields, `securityContext.runAsNonRoot`.
  public let fields: [String]
  /// Who decides them, and how.
  public let words: String
  /// Where that is said.
  public let place: AuditPlace?
}

/// What lets pods in.
public struct AuditFix: Sendable {
  /// How a fix was found.
  public enum Proof: String, Sendable, Hashable, CaseIterable {
    /// The model tried it, and the pods were let in.
    case tried
    /// It changes what is at fault, and was not tried.
    case advised
    /// None is known.
    case none
  }

  /// How it was found.
  public let proof: Proof
  /// What has to be done, all of it; empty: nothing is known that helps.
  public let steps: [AuditStep]
  /// What helps as well, in place of these steps.
  public let otherwise: [AuditStep]

  /// None is known.
  public static let unknown = AuditFix(proof: .none, steps: [], otherwise: [])
}
