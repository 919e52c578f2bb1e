import APIServer
import Admission
import Deployments
import Flyte
import Judges
import Judgment
import PodSecurity
import Reports
import Values

/// A pod that does not come to run: who refuses it, in whose words, and why.
struct RefusedPod {
  let refuser: AuditRefusal.Refuser
  let message: String
  private(set) var causes: [AuditCause]
  let seen: RefusedTask?
  /// The level that it is held to.
  let claim: String?
  /// The decisions on the fields that Pod Security refuses it for.
  private(set) var decisions: [JudgedPod.Decision]
  /// The pod itself; nil where Flyte makes none.
  let pod: AuditPod?
  /// The advice about the namespace; nil: a fix is searched for.
  private(set) var advice: AuditFix?

  /// The first pod of a task that is not let in, with the causes of all; nil if all are.
  init?(
    _ task: TaskPods, template: PodTemplate?, claim: Claim?, in deployment: Deployment
  ) {
    let refused = task.pods.compactMap {
      RefusedPod($0, template: template, claim: claim, in: deployment)
    }
    guard let first = refused.first else { return nil }
    self = first
    causes = refused.flatMap(\.causes)
    decisions = refused.flatMap(\.decisions)
  }

  /// Nil where the pod is let in.
  init?(
    _ pod: JudgedPod, template: PodTemplate?, claim: Claim?, in deployment: Deployment
  ) {
    self.claim = claim.map { "\($0.level):\($0.version)" }
    self.pod = pod.pod.map { AuditPod(task: pod.task.name, pod: $0) }
    let answer: PodAnswer
    switch pod.outcome {
    case .judged(_, let found), .refusedByJudge(_, _, let found): decisions = found
    default: decisions = []
    }
    switch pod.outcome {
    case .judged(let verdict, let decisions):
      guard !verdict.isAllowed else { return nil }
      refuser = .podSecurity
      message = "violates PodSecurity \"\(self.claim ?? "")\": \(verdict.text)"
      causes = CauseSearch(deployment: deployment, template: template, pod: pod).causes(decisions)
      answer = .forbidden
    case .refused(let refusals):
      refuser = .apiServer
      message = refusals.map { "\($0.path): \($0.message)" }.joined(separator: "; ")
      let place = refusals.lazy.compactMap { refusal -> ReportPlace? in
        guard let own = pod.task.own, let built = pod.pod else { return nil }
        return OwnPlace.of(refusal.place, in: own, built)
      }.first
      causes = [
        Self.cause(
          .invalidPod, "the API server refuses what \(deployment.version) merges", refusals,
          at: place)
      ]
      answer = .invalid
    case .refusedByWebhook(let words):
      refuser = .secretWebhook
      message = words
      causes = [
        Self.cause(.refusedByWebhook, "\(deployment.version)'s secret webhook refuses the pod", [])
      ]
      answer = .badRequest
    case .refusedByOperator(let words), .neverStarts(let words):
      refuser = .pluginOperator
      message = words
      causes = [Self.cause(.refusedByOperator, words, [])]
      seen = pod.task.plugin?.seen
      return
    case .refusedByPolicy(let words):
      refuser = .policy
      message = words
      causes = [
        Self.cause(.refusedByPolicy, "an admission policy holds pods to their profile", [])
      ]
      answer = deployment.policies.engine == .kyverno ? .badRequest : .forbidden
    case .refusedByJudge(let refusal, let others, let decisions):
      let told = JudgeCauses(
        refusal, decisions,
        search: CauseSearch(deployment: deployment, template: template, pod: pod))
      refuser = told.refuser
      message =
        refusal.words + others.map { "; or, in another order of the objects: \($0.told)" }.joined()
      causes = told.causes
      advice = told.advice
      seen =
        pod.task.plugin?.seen
        ?? (told.waits ? .seemsStuck : deployment.release.task(refusedWith: told.answer))
      return
    case .notBuilt(let error):
      refuser = .flyte
      message = error.message
      causes = [Self.cause(.noPod, "\(deployment.version) creates no pod for the task", [])]
      seen = nil
      return
    }
    seen = pod.task.plugin?.seen ?? deployment.release.task(refusedWith: answer)
  }

  private static func cause(
    _ kind: AuditCauseKind, _ words: String, _ refusals: [Refusal], at place: ReportPlace? = nil
  ) -> AuditCause {
    AuditCause(
      container: nil, role: "the pod", fields: refusals.map(\.place.description), kind: kind,
      words: words, place: place)
  }

  /// The words of causes, without the task's own names.
  static func key(of causes: [AuditCause]) -> [ByteText] {
    causes.map {
      ByteText(
        ([$0.role, $0.words, $0.place?.description ?? ""] + $0.fields).joined(separator: "\u{0}"))
    }
  }
}

extension StandardPluginTask {
  /// The fate of such a task, one of whose pods is refused.
  fileprivate var seen: RefusedTask {
    switch plugin {
    case .spark: .failsToSubmit
    case .apps: .appNotReady
    default: .inOperatorEvents
    }
  }
}

extension TaskPods {
  /// The verdict of the first pod that is not admitted; if all are, that of the main one.
  func verdict(_ claim: Claim?) -> AuditVerdict {
    pods.lazy.map { $0.verdict(claim) }.first { $0 != .admitted } ?? main.verdict(claim)
  }
}

extension JudgedPod {
  /// True if an admission policy refuses it.
  var isHeld: Bool { if case .refusedByPolicy = outcome { true } else { false } }

  /// The verdict on the pod.
  func verdict(_ claim: Claim?) -> AuditVerdict {
    switch outcome {
    case .notBuilt: .notBuilt
    case .refused, .refusedByWebhook, .refusedByPolicy, .refusedByJudge, .refusedByOperator,
      .neverStarts:
      .refused
    case .judged(let verdict, _):
      if !verdict.isAllowed {
        .refused
      } else if missingSecret != nil {
        .lacksSecret
      } else {
        claim == nil ? .unclaimed : .admitted
      }
    }
  }
}
