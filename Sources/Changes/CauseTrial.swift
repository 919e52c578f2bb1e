import Deployments
import Judgment

/// Tries what one cause alone changes: in the cluster before, and backwards in the cluster after, so
/// that the answer is the same whichever of the two comes first.
struct CauseTrial {
  private struct Key: Hashable {
    let pair: Int
    let container: ByteText?
    let subject: Effect.Subject
  }

  private var found: Set<Key> = []

  init(
    _ cause: FactChanges.Cause, _ before: ComparedCluster, _ after: ComparedCluster,
    _ pairs: [TemplatePair]
  ) {
    let (old, new) = (before.deployment, after.deployment)
    var forward = PodsOfSets(cause.applied(of: new, to: old))
    var backward = PodsOfSets(cause.applied(of: old, to: new))
    var oldPods = PodsOfSets(old)
    var newPods = PodsOfSets(new)
    for (number, pair) in pairs.enumerated() {
      guard let from = pair.before, let to = pair.after else { continue }
      let effects =
        EffectSearch(oldPods.pods(of: from), forward.pods(of: from)).effects
        + EffectSearch(backward.pods(of: to), newPods.pods(of: to)).effects
      for effect in effects {
        found.insert(Key(pair: number, container: effect.container, subject: effect.subject))
      }
    }
  }

  func shows(_ effect: LocatedEffect) -> Bool {
    found.contains(
      Key(
        pair: effect.pair, container: effect.effect.container, subject: effect.effect.subject))
  }
}

extension FactChanges.Cause {
  /// A deployment with what the cause is of another one.
  fileprivate func applied(of other: Deployment, to deployment: Deployment) -> Deployment {
    var result = deployment
    switch self {
    case .kubernetes:
      result.kubernetesMinor = other.kubernetesMinor
      result.features = other.features
    case .policies:
      result.policies = other.policies.applied(to: deployment)
    case .flyte:
      result.version = other.version
      result.release = other.release
      result.behaviors = other.behaviors
      result.chart = other.chart
      result.chartDefaults = other.chartDefaults
      result.secretManagers = other.secretManagers
    }
    return result
  }
}
