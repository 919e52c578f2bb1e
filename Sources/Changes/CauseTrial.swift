import Deployments
import Flyte
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
    let tasks = PodsOfSets.tasks(of: old, new)
    var forward = PodsOfSets(cause.applied(of: new, to: old), tasks: tasks)
    var backward = PodsOfSets(cause.applied(of: old, to: new), tasks: tasks)
    var oldPods = PodsOfSets(old, tasks: tasks)
    var newPods = PodsOfSets(new, tasks: tasks)
    for (number, pair) in pairs.enumerated() {
      guard let from = pair.before, let to = pair.after else { continue }
      guard cause != .rules || old.templateSets[from.set].rules != new.templateSets[to.set].rules
      else { continue }
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
    case .values(let part): return part.applied(of: other, to: deployment)
    case .operators: result.operators = other.operators
    case .rules: result.takeRules(of: other)
    case .flyte:
      result.version = other.version
      result.release = other.release
      result.behaviors = other.behaviors
      result.plugins = other.plugins
      result.chart = other.chart
      result.chartDefaults = other.chartDefaults
      result.secretManagers = other.secretManagers
    }
    return result
  }
}

extension Deployment {
  /// Takes the rules that another deployment has for the first namespace of each set of templates.
  fileprivate mutating func takeRules(of other: Deployment) {
    let sets = other.setsByNamespace
    var firsts: [Int: String] = [:]
    for namespace in namespaces where firsts[namespace.templateSet] == nil {
      firsts[namespace.templateSet] = namespace.name
    }
    for (position, set) in templateSets.enumerated() {
      guard let there = firsts[position].flatMap({ sets[$0] }) else { continue }
      templateSets[position] = PodTemplateSet(
        templates: set.templates, rules: other.templateSets[there].rules)
    }
  }
}
