import APIServer
import Flyte
import Judges
import PodAPI
import PodSecurity

/// What becomes of a pod before quotas look at it. So namespaces whose quotas differ share it.
enum PodFate {
  /// No quota is asked.
  case settled(PodCache.Result)
  /// The quotas of its namespace decide; where chance decides, there are several outcomes.
  case open(OpenPod)

  /// The result in a namespace.
  func result(in own: Governing) -> PodCache.Result {
    switch self {
    case .settled(let result): result
    case .open(let pod): pod.result(own.quotas)
    }
  }

  /// True if the quotas of a namespace change nothing about it.
  func isKept(in own: Governing) -> Bool {
    switch self {
    case .settled: true
    case .open(let pod): pod.isKept(by: own.quotas)
    }
  }

  /// The same with other pods: what is shown of them.
  func changingPod(_ change: @escaping (BuiltPod) -> BuiltPod) -> PodFate {
    switch self {
    case .settled(let result): return .settled(result.changingPod(change))
    case .open(var pod):
      let inner = pod.shown
      pod.shown = { change(inner($0)) }
      return .open(pod)
    }
  }
}

/// A pod in a namespace with limits, quotas or SCCs.
struct OpenPod {
  let sent: BuiltPod
  /// The outcomes up to the quotas.
  let outcomes: [JudgeOutcome]
  /// The reason why it lacks the task's secret; nil: it lacks none.
  let missing: String?
  private let demands: DemandMemory
  /// What is shown of its pod.
  fileprivate(set) var shown: (BuiltPod) -> BuiltPod = { $0 }

  init(
    _ sent: BuiltPod, _ outcomes: [JudgeOutcome], missing: String?, on release: ServerRelease
  ) {
    demands = DemandMemory(release)
    self.sent = sent
    self.outcomes = outcomes
    self.missing = missing
  }

  /// True if quotas change nothing about it.
  func isKept(by quotas: QuotaJudge) -> Bool {
    quotas.isEmpty
      || outcomes.enumerated().allSatisfy { index, outcome in
        quotas.keep(outcome) { demands.demand(of: $0, index) }
      }
  }

  /// The result. Where chance decides, a refusal is told before what lets the pod in.
  func result(_ quotas: QuotaJudge) -> PodCache.Result {
    let outcomes =
      quotas.isEmpty
      ? outcomes
      : outcomes.enumerated().flatMap { index, outcome in
        quotas.outcomes(after: outcome) { demands.demand(of: $0, index) }
      }
    for outcome in outcomes {
      guard case .refused(let refusal, let pod) = outcome else { continue }
      let others = Self.distinct(outcomes, besides: outcome)
      switch refusal {
      case .server(let refused) where others.isEmpty:
        return .refused(built(pod), refused.refusals)
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

  private func built(_ pod: SubmittedPod) -> BuiltPod {
    shown(
      BuiltPod(
        metadata: pod.metadata, spec: pod.spec, primaryContainer: sent.primaryContainer))
  }

  /// The outcomes that differ in words from one and from each other.
  private static func distinct(
    _ outcomes: [JudgeOutcome], besides told: JudgeOutcome
  ) -> [JudgeOutcome] {
    var seen: TextSet = [told.told]
    return outcomes.filter { seen.insert($0.told).inserted }
  }
}

/// What quotas look at in the pods of outcomes, worked out on first use.
private final class DemandMemory {
  private let release: ServerRelease
  private var known: [Int: QuotaDemand] = [:]

  init(_ release: ServerRelease) { self.release = release }

  func demand(of pod: SubmittedPod, _ outcome: Int) -> QuotaDemand {
    if let found = known[outcome] { return found }
    let made = QuotaDemand(pod, on: release)
    known[outcome] = made
    return made
  }
}
