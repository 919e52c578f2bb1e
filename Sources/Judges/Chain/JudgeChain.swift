public import APIServer

/// All judges of a namespace, in the order of the API server: each one's changes, then the rules of
/// the API server, then each one's refusals. The first that refuses answers alone.
public struct JudgeChain: Sendable {
  /// The API server.
  public let server: Server
  /// Its plugins, in order.
  public let judges: [any Judge]

  /// Makes a chain.
  public init(server: Server, judges: [any Judge]) {
    self.server = server
    self.judges = judges
  }

  /// The outcomes of a pod, each once; more than one where chance decides.
  public func outcomes(of pod: SubmittedPod) -> [JudgeOutcome] {
    var ends = OutcomeList()
    var pods = [pod]
    for judge in judges {
      var next: [SubmittedPod] = []
      for outcome in pods.flatMap({ judge.changes(to: $0) }) {
        switch outcome {
        case .admitted(let changed): if !next.contains(changed) { next.append(changed) }
        case .refused: ends.add(outcome)
        }
      }
      pods = next
    }
    for pod in pods { review(pod, &ends) }
    return ends.outcomes
  }

  private func review(_ pod: SubmittedPod, _ ends: inout OutcomeList) {
    let prepared = server.prepare(podMetadata: pod.metadata, spec: pod.spec)
    let kept = SubmittedPod(metadata: prepared.metadata, spec: prepared.spec)
    guard prepared.refusals.isEmpty else {
      ends.add(
        .refused(
          .server(RefusedRequest(stage: .validation, refusals: prepared.refusals)), kept))
      return
    }
    for judge in judges {
      let refusals = judge.refusals(of: kept)
      guard refusals.isEmpty else {
        for refusal in refusals { ends.add(.refused(refusal, kept)) }
        return
      }
    }
    ends.add(.admitted(kept))
  }
}

/// Outcomes, each once.
private struct OutcomeList {
  private(set) var outcomes: [JudgeOutcome] = []

  mutating func add(_ outcome: JudgeOutcome) {
    if !outcomes.contains(outcome) { outcomes.append(outcome) }
  }
}
