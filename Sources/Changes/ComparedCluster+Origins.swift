public import Deployments
import Flyte
import Values

extension ComparedCluster {
  /// The same cluster, read back from files that a config makes, with the places in the config that say
  /// what is in them.
  public func located(by config: Deployment) -> ComparedCluster {
    var result = deployment
    if deployment.settings.holdsSameValues(as: config.settings) {
      result.settings = config.settings
    }
    if deployment.ray.holdsSameValues(as: config.ray) { result.ray = config.ray }
    if deployment.webhook.holdsSameValues(as: config.webhook) { result.webhook = config.webhook }
    let values = config.values.forSnapshot
    if deployment.values.tree.holdsSameValues(as: values.tree) { result.values = values }
    result.tasks += config.tasks.filter { $0.own != nil && !result.tasks.contains($0) }
    let known = TextMap(config.namespaces.map { ($0.name, $0) }) { first, _ in first }
    var sets: [Int: Int] = [:]
    result.namespaces = deployment.namespaces.map { namespace in
      guard let own = known[namespace.name] else { return namespace }
      if sets[namespace.templateSet] == nil { sets[namespace.templateSet] = own.templateSet }
      return DeployedNamespace(
        name: namespace.name, templateSet: namespace.templateSet, origin: own.origin)
    }
    result.templateSets = deployment.templateSets.enumerated().map { number, set in
      guard let own = sets[number] else { return set }
      let templates = TextMap(config.templateSets[own].templates.map { ($0.name, $0) }) {
        first, _ in
        first
      }
      return PodTemplateSet(
        templates: set.templates.map { template in
          guard let own = templates[template.name] else { return template }
          let isSame =
            template.spec.holdsSameValues(as: own.spec)
            && template.podLabels.holdsSameValues(as: own.podLabels)
            && template.podAnnotations.holdsSameValues(as: own.podAnnotations)
            && template.labels.holdsSameValues(as: own.labels)
            && template.annotations.holdsSameValues(as: own.annotations)
          return isSame ? own : template
        }, rules: set.rules)
    }
    return ComparedCluster(
      deployment: result, facts: facts, overlay: overlay, patches: patches)
  }
}
