import Diagnostics

extension RunningPods {
  /// The number of pods, in a line.
  var summary: String {
    let others = skipped == 0 ? "" : ", \(skipped.counted("pod")) of others skipped"
    let open =
      notModeled.isEmpty
      ? ""
      : ", not modeled: "
        + notModeled.map { "\($0.pods.counted("pod")) of \($0.plugin)" }.joined(separator: ", ")
    return
      "running pods: \(pods.counted("pod")) of container and pod tasks compared\(others)\(open)"
  }
}

extension RunningPods.Group {
  /// The pods of the group.
  var subject: String {
    let places = namespaces > 1 ? " in \(namespaces.counted("namespace"))" : ""
    return "\(pods.counted("pod"))\(places), such as \(example)"
  }

  /// The PodTemplate that reached them.
  var reached: String {
    switch (template, expected) {
    case (let template?, let expected?) where template.hasSameBytes(as: expected):
      "the PodTemplate '\(template)' reached \(them)"
    case (let template?, _): "the PodTemplate '\(template)' reached \(them): the task names it"
    case (nil, let expected?): "no PodTemplate reached \(them), although '\(expected)' should"
    case (nil, nil): "no PodTemplate applies to \(them)"
    }
  }

  private var them: String { pods == 1 ? "it" : "them" }

  /// Describes the verdict of the level.
  func verdictWords(_ claim: String) -> String {
    verdict.isRefusal
      ? "would be refused by \(claim): \(message)"
      : "admitted by \(claim) as \(pods == 1 ? "it runs" : "they run")"
  }
}

extension RunningPods.Difference {
  /// The difference, and its cause.
  var words: String {
    let owner = container.map { "'\($0)'" } ?? "the pod"
    guard !field.isEmpty else {
      return maker == .missing
        ? "the container \(owner) is missing" : "the container \(owner) is added: \(maker.words)"
    }
    let now = value ?? "not set"
    return "\(field) of \(owner): \(now) instead of \(expected ?? "nothing"): \(maker.words)"
  }
}

extension RunningPods.Difference.Maker {
  /// In words.
  var words: String {
    switch self {
    case .task: "by the task's own pod"
    case .secretWebhook: "by Flyte's secret webhook"
    case .injector: "by a service mesh or Vault's injector, which is not modeled"
    case .execution: "by the execution, a launch plan or a setting for all"
    case .mutation:
      "by an admission webhook, a policy, or a setting or patch of Flyte that is not known here"
    case .missing: "it did not get into the pod"
    }
  }
}
