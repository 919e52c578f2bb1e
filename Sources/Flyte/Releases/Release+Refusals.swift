/// The API server's answers to a pod that it refuses.
public enum PodAnswer: Sendable, Hashable, CaseIterable {
  /// 403: Pod Security, a quota, Gatekeeper, a policy with `reason: Forbidden`.
  case forbidden
  /// 422: the API server's own rules, a policy without a `reason`.
  case invalid
  /// 400: a webhook that says nothing else, Kyverno, and Flyte's own secret webhook: it answers
  /// `admission.Errored(http.StatusBadRequest, err)`, v1 in `webhook/pod.go`, v2 in its mutator.
  case badRequest
}

/// The fate of a task whose pod is refused, as the person who started it sees it.
public enum RefusedTask: String, Sendable, Hashable, CaseIterable {
  /// The task is tried again as often as its retries say, and then fails with the text.
  case failsAfterRetries = "fails-after-retries"
  /// The task fails at once with the text.
  case failsAtOnce = "fails-at-once"
  /// An operator's pod is refused, which only the events of its resource say.
  case inOperatorEvents = "in-operator-events"
  /// Spark's driver is refused: the operator submits it 14 times.
  case failsToSubmit = "fails-to-submit"
  /// The pod of an app is refused.
  case appNotReady = "app-not-ready"
  /// Flyte takes it for a fault of the system, and tries again until its budget for those ends.
  case retriedUntilBudgetEnds = "retried-until-budget-ends"
  /// Flyte tries again and again, and the task seems to run.
  case seemsStuck = "seems-stuck"
}

extension Release {
  /// The fate of a task whose pod Flyte itself makes, as it does for container and pod tasks.
  ///
  /// From `launchResource` of flyteplugins' plugin manager. Before v1.16.7 the line that makes `Invalid` a
  /// lasting fault is commented out.
  public func task(refusedWith answer: PodAnswer) -> RefusedTask {
    switch answer {
    case .forbidden: Self.forbidden[self]
    case .invalid: Self.invalid[self]
    case .badRequest: Self.badRequest[self]
    }
  }

  private static let forbidden = ReleaseFact<RefusedTask>(.failsAfterRetries, from: [])

  private static let invalid = ReleaseFact<RefusedTask>(
    .retriedUntilBudgetEnds,
    from: [
      ("v1.16.7", .failsAtOnce), ("v2.0.0-alpha16", .seemsStuck), ("v2.0.39", .failsAtOnce),
    ])

  private static let badRequest = ReleaseFact<RefusedTask>(
    .retriedUntilBudgetEnds,
    from: [
      ("v1.16.7", .failsAtOnce), ("v2.0.0-alpha16", .seemsStuck), ("v2.0.43", .failsAtOnce),
    ])
}
