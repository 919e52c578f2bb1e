import APIServer
import Deployments
import Flyte
import Judges
import PodAPI
import PodSecurity

/// The judges of namespaces with limits, quotas or SCCs, in the API server's order: LimitRanges, SCCs,
/// Pod Security, quotas.
struct RulesAdmission {
  private let chain: JudgeChain
  private let server: Server
  private let ranger: LimitRanger
  private let constraints: ConstraintAdmission?

  init(_ rules: NamespaceRules, _ claim: Claim?, _ server: Server) {
    self.server = server
    ranger = LimitRanger(rules.limitRanges, on: server.release)
    constraints = rules.constraints?.judge
    var judges: [any Judge] = rules.limitRanges.isEmpty ? [] : [ranger]
    if let constraints { judges.append(constraints) }
    if let claim, let level = PodSecurityLevel(named: claim.level) {
      judges.append(
        PodSecurityJudge(
          level: level, version: claim.minor.map { .minor($0) } ?? .latest,
          server: server.release.minor))
    }
    if !rules.quotas.isEmpty { judges.append(QuotaJudge(rules.quotas, on: server.release)) }
    chain = JudgeChain(server: server, judges: judges)
  }

  /// The pod with the API server's defaults for resources.
  private func submitted(_ pod: BuiltPod) -> SubmittedPod {
    SubmittedPod(metadata: pod.metadata, spec: server.completed(pod.spec))
  }

  /// The result of a pod. Where chance decides, a refusal is told before what lets the pod in.
  func result(of sent: BuiltPod, missing: String?) -> PodCache.Result {
    func built(_ pod: SubmittedPod) -> BuiltPod {
      BuiltPod(
        metadata: pod.metadata, spec: pod.spec, primaryContainer: sent.primaryContainer)
    }
    let outcomes = chain.outcomes(of: submitted(sent))
    var others = outcomes
    for (index, outcome) in outcomes.enumerated() {
      guard case .refused(let refusal, let pod) = outcome else { continue }
      others.remove(at: index)
      switch refusal {
      case .server(let refused): return .refused(built(pod), refused.refusals)
      case .podSecurity(let refusal) where others.isEmpty:
        return .judged(built(pod), refusal.verdict, missing: missing)
      default: return .refusedByJudge(built(pod), refusal, otherwise: others)
      }
    }
    guard case .admitted(let pod)? = outcomes.first else { return .refused(sent, []) }
    return .judged(built(pod), Verdict(findings: []), missing: missing)
  }

  /// The pod after the LimitRanges, and then after the SCC that wins. Of several possible pods the
  /// first.
  func stages(of sent: BuiltPod) -> (limited: BuiltPod, constrained: BuiltPod) {
    func first(_ outcomes: [JudgeOutcome]?, _ pod: SubmittedPod) -> SubmittedPod {
      if case .admitted(let changed)? = outcomes?.first { return changed }
      return pod
    }
    func built(_ pod: SubmittedPod) -> BuiltPod {
      BuiltPod(
        metadata: pod.metadata, spec: pod.spec, primaryContainer: sent.primaryContainer)
    }
    let before = submitted(sent)
    let limited = first(ranger.changes(to: before), before)
    let constrained = first(constraints?.changes(to: limited), limited)
    return (built(limited), built(constrained))
  }
}
