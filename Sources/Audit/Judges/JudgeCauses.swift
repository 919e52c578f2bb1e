import APIServer
import Admission
import Deployments
import Flyte
import Judges
import Judgment
import Reports
import Values

/// Why the judges of a namespace with limits, quotas or SCCs refuse a pod, and what helps.
struct JudgeCauses {
  let refuser: AuditRefusal.Refuser
  let causes: [AuditCause]
  /// What can be done about the namespace; nil: a fix is searched for.
  private(set) var advice: AuditFix?
  /// True if Flyte waits until the quota has room.
  private(set) var waits = false
  /// The API server's answer.
  private(set) var answer = PodAnswer.forbidden

  /// - Parameter decisions: what decided the findings of Pod Security, if that is it.
  init(_ refusal: JudgeRefusal, _ decisions: [JudgedPod.Decision], search: CauseSearch) {
    let making = CauseMaking(search: search)
    switch refusal {
    case .limits(let refused):
      refuser = .limitRange
      causes = making.causes(of: refused)
      advice = refused.advice
    case .quota(let refused):
      refuser = .quota
      causes = making.causes(of: refused)
      advice = refused.advice
      if case .exceeded = refused.reason { waits = true }
    case .constraints(let refused):
      refuser = .constraint
      causes = making.causes(of: refused, decisions)
      advice = refused.advice
    case .podSecurity:
      refuser = .podSecurity
      causes = search.causes(decisions)
    case .policy:
      refuser = .policy
      if search.deployment.policies.engine == .kyverno { answer = .badRequest }
      causes = [
        making.cause(
          .refusedByPolicy, nil, [], "an admission policy holds pods to their profile", nil)
      ]
    case .server(let refused):
      refuser = .apiServer
      answer = refused.code == 422 ? .invalid : .forbidden
      causes = [
        making.cause(
          .invalidPod, nil, refused.refusals.map(\.place.description).distinct,
          "the API server refuses the pod with the defaults of LimitRanges", nil)
      ]
      advice = .advised(["merge the LimitRanges of the namespace into one"])
    }
  }
}

/// Makes causes of a pod.
struct CauseMaking {
  let search: CauseSearch

  func cause(
    _ kind: AuditCauseKind, _ container: String?, _ fields: [String], _ words: String,
    _ origin: Origin?
  ) -> AuditCause {
    AuditCause(
      container: container, role: search.role(of: container), fields: fields, kind: kind,
      words: words, place: ReportPlace(origin))
  }
}

extension AuditFix {
  /// Something to be done about the namespace, which was not tried.
  static func advised(_ steps: [String], otherwise: [String] = []) -> AuditFix {
    AuditFix(
      proof: steps.isEmpty ? .none : .advised, steps: steps.map { .namespace(ByteText($0)) },
      otherwise: otherwise.map { .namespace(ByteText($0)) })
  }
}
