public import APIServer
public import Deployments
public import Flyte
public import Judges
import PodAPI
public import PodSecurity
public import Values

/// A pod that Flyte makes, and what the API server says of it.
public struct JudgedPod: Sendable {
  /// The outcome.
  public enum Outcome: Sendable {
    /// Flyte makes no pod.
    case notBuilt(TaskError)
    /// Validation refuses it, whatever the namespace.
    case refused([Refusal])
    /// The secret webhook refuses it, with these words.
    case refusedByWebhook(String)
    /// The operator, or the definition of its resource, refuses what Flyte sends.
    case refusedByOperator(String)
    /// The pods are let in, and the job never starts.
    case neverStarts(String)
    /// An admission policy of the deployment refuses it, with these words.
    case refusedByPolicy(String)
    /// A judge of the namespace refuses it; where chance decides, other outcomes are possible. If it is Pod
    /// Security or an SCC, with what decided each finding.
    case refusedByJudge(JudgeRefusal, otherwise: [JudgeOutcome], [Decision])
    /// Pod Security's verdict, with what decided each finding.
    case judged(Verdict, [Decision])
  }

  /// The cause of a finding of Pod Security.
  public struct Decision: Sendable {
    /// The source of the value, or of its absence.
    public enum Source: Sendable, Equatable {
      /// A setting of Flyte's: `default-security-context`.
      case setting(ByteText)
      /// A container of the PodTemplate.
      case template(ByteText)
      /// The PodTemplate, for the whole pod.
      case podTemplate
      /// The task's own pod.
      case task
      /// Flyte adds it by itself.
      case flyte
      /// The secret webhook adds it.
      case webhook
      /// The operator adds the container, or makes the pod, and nothing of a PodTemplate reaches it.
      case byOperator(ByteText)
      /// Flyte's plugin adds the container, or makes the pod, without a PodTemplate.
      case byPlugin
      /// Flyte's plugin does not carry it to the pod.
      case lostByPlugin
      /// Flyte sends it, and the operator drops it.
      case lostByOperator(ByteText)
      /// The SCC that let the pod in puts it in.
      case constraint(ByteText)
      /// Nobody says anything.
      case nobody
    }

    /// The container; nil for the pod.
    public let container: String?
    /// The field.
    public let field: String
    /// The source that decides.
    public let source: Source
    /// The place in the config.
    public let origin: Origin?
  }

  /// The task.
  public let task: JudgedTask
  /// The part that the pod has in it.
  public let role: PodRole
  /// The template that applies; nil: none.
  public let template: String?
  /// The pod as the API server keeps it; nil where there is none.
  public let pod: BuiltPod?
  /// The outcome.
  public let outcome: Outcome
  /// The reason why it lacks the secret that the task asks for; nil if it has the secret or asks for none.
  public let missingSecret: String?

  /// True if the claim holds: the pod is made, valid and let in.
  public var isAdmitted: Bool {
    if case .judged(let verdict, _) = outcome { return verdict.isAllowed }
    return false
  }
}

/// A PodTemplate with its pods, wherever it is.
public struct JudgedTemplate: Sendable {
  /// The template; of several that say the same, the first.
  public let template: PodTemplate
  /// The namespaces that have it, in byte order.
  public internal(set) var namespaces: [String]
  /// Its pods with each shape of task.
  public let tasks: [TaskPods]
}
