import APIServer
import Deployments
import Flyte
import Judges
import PodAPI
import PodSecurity
import Values

/// A template, the policies of the namespaces that it is in, and what these have of their own but for
/// quotas.
struct GovernedTemplate: Hashable {
  /// Its number in `SetMemory`.
  let template: Int
  @Bytewise private(set) var policies: String?
  let rules: NamespaceRules
}

/// The pods that were computed.
final class PodCache {
  /// A pod on its way to the API server's judges.
  enum SentPod {
    case notBuilt(TaskError)
    case refusedByWebhook(BuiltPod, String)
    /// - missing: why the pod lacks the task's secret, where it does.
    case pod(BuiltPod, missing: String?)
  }

  /// The pods of one template on their way: the same whatever the namespace has of its own.
  final class Sent {
    private var pods: [JudgedTask: SentPod] = [:]

    /// The pod of a task, computed on first use.
    func pod(of task: JudgedTask, _ work: () -> SentPod) -> SentPod {
      if let known = pods[task] { return known }
      let pod = work()
      pods[task] = pod
      return pod
    }
  }

  /// The outcome of a pod, without the sources that decided it.
  enum Result {
    case notBuilt(TaskError)
    case refused(BuiltPod, [Refusal])
    case refusedByWebhook(BuiltPod, String)
    case refusedByOperator(String)
    case neverStarts(String)
    case refusedByPolicy(BuiltPod, String)
    case refusedByJudge(BuiltPod, JudgeRefusal, otherwise: [JudgeOutcome])
    /// - missing: why the pod lacks the task's secret, where it does.
    case judged(BuiltPod, Verdict, missing: String?)
  }

  /// The results of one template.
  final class Results {
    fileprivate var fates: [JudgedTask: PodFate] = [:]
    fileprivate var runs: [JudgedTask: PluginRun] = [:]

    /// The fate of a task's pod, computed on first use.
    func fate(of task: JudgedTask, _ work: () -> PodFate) -> PodFate {
      if let known = fates[task] { return known }
      let fate = work()
      fates[task] = fate
      return fate
    }

    /// The pods of a plugin's task, computed on first use.
    func run(of task: JudgedTask, _ work: () -> PluginRun) -> PluginRun {
      if let known = runs[task] { return known }
      let run = work()
      runs[task] = run
      return run
    }
  }

  private var known: [GovernedTemplate: Results] = [:]
  private var sent: [Int: Sent] = [:]

  /// The number of pods that were computed.
  var count: Int { known.values.reduce(0) { $0 + $1.fates.count + $1.runs.count } }

  /// Returns the results for a template.
  func results(of template: GovernedTemplate) -> Results {
    if let found = known[template] { return found }
    let made = Results()
    known[template] = made
    return made
  }

  /// Returns the pods of a template on their way.
  func sent(of template: Int) -> Sent {
    if let found = sent[template] { return found }
    let made = Sent()
    sent[template] = made
    return made
  }
}

extension PodCache.Result {
  /// The pod, where there is one.
  var pod: BuiltPod? {
    switch self {
    case .notBuilt, .refusedByOperator, .neverStarts: nil
    case .refused(let pod, _), .refusedByWebhook(let pod, _), .refusedByPolicy(let pod, _),
      .refusedByJudge(let pod, _, _), .judged(let pod, _, _):
      pod
    }
  }

  /// True if the pod is let in.
  var isAdmitted: Bool {
    if case .judged(_, let verdict, _) = self { return verdict.isAllowed }
    return false
  }

  /// The same with another pod, where there is one: what is shown of it.
  func changingPod(_ change: (BuiltPod) -> BuiltPod) -> PodCache.Result {
    switch self {
    case .notBuilt, .refusedByOperator, .neverStarts: self
    case .refused(let pod, let refusals): .refused(change(pod), refusals)
    case .refusedByWebhook(let pod, let message): .refusedByWebhook(change(pod), message)
    case .refusedByPolicy(let pod, let message): .refusedByPolicy(change(pod), message)
    case .refusedByJudge(let pod, let refusal, let others):
      .refusedByJudge(change(pod), refusal, otherwise: others)
    case .judged(let pod, let verdict, let missing):
      .judged(change(pod), verdict, missing: missing)
    }
  }
}
