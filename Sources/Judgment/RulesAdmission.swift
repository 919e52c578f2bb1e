import APIServer
import Deployments
import Flyte
import Judges
import PodAPI
import PodSecurity

/// The judges of namespaces with limits, quotas or SCCs, in the API server's order: LimitRanges, SCCs,
/// Pod Security, policies. Quotas are asked behind them.
struct RulesAdmission {
  private let chain: JudgeChain
  private let server: Server
  private let ranger: LimitRanger
  private let constraints: ConstraintAdmission?

  /// - Parameter isLabeled: true if pods have the labels by which policies know Flyte's; else all count as
  ///   Flyte's.
  init(
    _ rules: NamespaceRules, _ own: ProfilePolicies?, _ claim: Claim?, _ server: Server,
    _ policies: PolicyAdmission, isLabeled: Bool
  ) {
    self.server = server
    ranger = LimitRanger(rules.limitRanges, on: server.release)
    constraints = rules.constraints?.judge(onKubernetes: server.release.minor)
    var judges: [any Judge] = rules.limitRanges.isEmpty ? [] : [ranger]
    if let constraints { judges.append(constraints) }
    if let claim, let level = PodSecurityLevel(named: claim.level) {
      judges.append(
        PodSecurityJudge(
          level: level, version: claim.minor.map { .minor($0) } ?? .latest,
          server: server.release.minor))
    }
    if own?.validating != nil {
      judges.append(PolicyJudge(admission: policies, policies: own, isLabeled: isLabeled))
    }
    chain = JudgeChain(server: server, judges: judges)
  }

  /// The pod with the API server's defaults for resources.
  private func submitted(_ pod: BuiltPod) -> SubmittedPod {
    SubmittedPod(metadata: pod.metadata, spec: server.completed(pod.spec))
  }

  /// What becomes of a pod before quotas look at it.
  func fate(of sent: BuiltPod, missing: String?) -> OpenPod {
    OpenPod(sent, chain.outcomes(of: submitted(sent)), missing: missing, on: server.release)
  }

  /// The pod after the LimitRanges, and then after the SCC that wins; nil: none lets it in. Of several
  /// possible pods the first.
  func stages(of sent: BuiltPod) -> (limited: BuiltPod, constrained: BuiltPod?) {
    func first(_ outcomes: [JudgeOutcome]) -> SubmittedPod? {
      if case .admitted(let changed)? = outcomes.first { return changed }
      return nil
    }
    func built(_ pod: SubmittedPod) -> BuiltPod {
      BuiltPod(
        metadata: pod.metadata, spec: pod.spec, primaryContainer: sent.primaryContainer)
    }
    let before = submitted(sent)
    let limited = first(ranger.changes(to: before)) ?? before
    let constrained = constraints.map { first($0.changes(to: limited)) } ?? limited
    return (built(limited), constrained.map(built))
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
