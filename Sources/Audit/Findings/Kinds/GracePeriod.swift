import Deployments
import Flyte
import PodAPI

extension FindingRule {
  static let gracePeriod = FindingRule(
    kind: .gracePeriod,
    meaning:
      "Flyte v1.16.0 to v1.16.5 writes the `timeout` of co-pilot in nanoseconds where Kubernetes expects seconds. When a task is aborted, Kubernetes never ends its uploader by force.",
    fix: "Move to v1.16.6 or later."
  ) { context in
    guard context.behaviors.gracePeriod == .nanoseconds else { return [] }
    return context.pods.compactMap { _, pod in
      guard !pod.copilot.isEmpty,
        let period = pod.spec[.terminationGracePeriodSeconds]?.integer,
        period == context.settings.copilot.timeout, period >= 1_000_000_000
      else { return nil }
      return Finding(
        words:
          "pods whose outputs co-pilot uploads get a grace period of \(period) seconds: \(context.version) takes the nanoseconds of co-pilot's 'timeout' for seconds",
        fix: "move to Flyte v1.16.6 or later")
    }
  }
}
