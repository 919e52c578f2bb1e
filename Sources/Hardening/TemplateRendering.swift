import Deployments
import Flyte
import Model
import Values

/// The PodTemplates of a cluster, for what its running binary makes of them.
struct TemplateRendering {
  let cluster: Cluster
  let behaviors: Behaviors

  /// The templates of each set; those of sets that are alike are made once.
  var sets: [PodTemplateSet] {
    cluster.templateSets.reduce(into: []) { made, set in
      made.append(
        set.like.map { PodTemplateSet(templates: made[$0].templates, rules: set.rules, like: $0) }
          ?? self.set(set))
    }
  }

  /// The templates of a set, in byte order of their names.
  private func set(_ set: TemplateSet) -> PodTemplateSet {
    let own = template(cluster.podTemplate.name.value, cluster.profiles[set.profile])
    let named = set.named.map { template($0.name, cluster.profiles[$0.profile]) }
    return PodTemplateSet(
      templates: ([own] + named).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) },
      rules: set.rules)
  }

  /// The template of a profile.
  func template(_ name: String, _ profile: Profile) -> PodTemplate {
    let containers = TemplateContainers(profile: profile)
    var spec = TemplatePod(profile: profile).spec.setting("containers", to: containers.containers)
    // Before v1.14.0 every init container of a template runs as one of the task's own, unless the
    // patch is deployed that merges them.
    let initial = containers.initContainers(isMerged: behaviors.mergesInitTemplates)
    spec = spec.setting("initContainers", to: initial.items.isEmpty ? nil : initial)
    return PodTemplate(
      name: name,
      labels: Layering.lay(cluster.podTemplate.labels, over: Self.ownLabels),
      annotations: Layering.lay(cluster.podTemplate.annotations, over: .empty),
      podLabels: profile.podMetadata["labels"] ?? .empty,
      podAnnotations: profile.podMetadata["annotations"] ?? .empty,
      spec: spec, profiles: profile.names,
      claim: profile.claim.map {
        Claim(level: $0.level.rawValue, minor: $0.minor, origin: $0.origin)
      })
  }

  /// The labels that find the objects of this tool in a cluster (`kubectl get podtemplates -A -l
  /// …`).
  private static let ownLabels = OriginTree.mapping([
    "app.kubernetes.io/managed-by": .string("flyte-harden")
  ])
}
