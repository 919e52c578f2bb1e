import APIServer
import Deployments
import Flyte
import Judges
import PodAPI
import PodSecurity

/// The judges of namespaces with limits, quotas or SCCs, in the API server's order: LimitRanges, SCCs,
/// Pod Security, policies, quotas.
struct RulesAdmission {
  private let chain: JudgeChain
  private let server: Server
  private let ranger: LimitRanger
  private let constraints: ConstraintAdmission?

  /// - Parameter isLabeled: true if pods have the labels by which policies know Flyte's; else all count as
  ///   Flyte's.
  init(
    _ own: Governing, _ claim: Claim?, _ server: Server, _ policies: PolicyAdmission,
    isLabeled: Bool
  ) {
    let rules = own.rules
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
    if own.policies?.validating != nil {
      judges.append(
        PolicyJudge(admission: policies, policies: own.policies, isLabeled: isLabeled))
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
    for outcome in outcomes {
      guard case .refused(let refusal, let pod) = outcome else { continue }
      let others = Self.distinct(outcomes, besides: outcome)
      switch refusal {
      case .server(let refused): return .refused(built(pod), refused.refusals)
      case .policy(let words) where others.isEmpty:
        return .refusedByPolicy(built(pod), words.text)
      case .podSecurity(let refusal) where others.isEmpty:
        return .judged(built(pod), refusal.verdict, missing: missing)
      default: return .refusedByJudge(built(pod), refusal, otherwise: others)
      }
    }
    guard case .admitted(let pod)? = outcomes.first else { return .refused(sent, []) }
    return .judged(built(pod), Verdict(findings: []), missing: missing)
  }

  /// The outcomes that differ in words from one and from each other.
  private static func distinct(
    _ outcomes: [JudgeOutcome], besides told: JudgeOutcome
  ) -> [JudgeOutcome] {
    var seen: TextSet = [told.told]
    return outcomes.filter { seen.insert($0.told).inserted }
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

/// The policies of a deployment that hold pods to their profiles.
private struct PolicyJudge: Judge {
  let admission: PolicyAdmission
  let policies: ProfilePolicies?
  let isLabeled: Bool

  func refusals(of pod: SubmittedPod) -> [JudgeRefusal] {
    let whole = BuiltPod(metadata: pod.metadata, spec: pod.spec, primaryContainer: "")
    return admission.refusal(of: whole, by: policies, isLabeled: isLabeled).map {
      [.policy(ByteText($0))]
    } ?? []
  }
}
