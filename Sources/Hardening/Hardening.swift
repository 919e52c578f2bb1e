public import Flyte
public import Model
import Origins
public import Setup

/// Makes the setup of a cluster from what the config says and the cures that were chosen. Total:
/// whatever can be wrong was found before.
public struct Hardening: Sendable {
  /// What the config says.
  public let cluster: Cluster
  /// The cures that were chosen.
  public let choice: CureChoice
  /// What the sources do by themselves: the release, and fixes that they carry already.
  public let sources: Behaviours

  /// Makes a hardening.
  public init(cluster: Cluster, choice: CureChoice, sources: Behaviours) {
    self.cluster = cluster
    self.choice = choice
    self.sources = sources
  }

  /// What the running binary does.
  public var running: Behaviours { applying(choice.deployed, to: sources) }

  /// What it will do once every patch is deployed.
  public var planned: Behaviours { applying(choice.planned, to: running) }

  /// Only what is known of a remedy counts; one of the user's own may have the name of another.
  private func applying(_ names: [String], to behaviours: Behaviours) -> Behaviours {
    let known = TextSet(choice.remedies.filter(\.isModelled).map(\.name))
    return names.filter(known.contains).compactMap(Remedy.init(named:))
      .reduce(behaviours) { $0.applying($1) }
  }

  /// The setup.
  /// - Parameters:
  ///   - patches: the patch files of the planned remedies.
  ///   - source: what they were computed from.
  ///   - placeholder: the image of the containers of PodTemplates.
  public func setup(
    patches: [PatchSetup], source: SourceSetup?, placeholder: String
  ) -> ClusterSetup {
    let running = running
    let settings = ClusterSettings(cluster: cluster, behaviours: running)
    let templates = TemplateRendering(
      cluster: cluster, behaviours: running, placeholder: placeholder)
    var namespaces = cluster.namespaces.map {
      NamespaceSetup(name: $0.name, templateSet: $0.templateSet, origin: $0.origin)
    }
    if let fallback = cluster.fallback {
      namespaces.append(
        NamespaceSetup(
          name: cluster.flyte.namespace.value, templateSet: fallback,
          origin: cluster.flyte.namespace.origin))
    }
    namespaces.sort { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    return ClusterSetup(
      name: cluster.name.value, version: cluster.flyte.version.value,
      release: cluster.flyte.release, running: running, planned: planned,
      flyteNamespace: cluster.flyte.namespace.value, kubernetesMinor: cluster.kubernetes.minor,
      features: cluster.kubernetes.features, platform: cluster.kubernetes.platform.rawValue,
      chart: cluster.chart?.value, chartDefaults: cluster.chartDefaults,
      image: cluster.flyte.deployed?.image?.value,
      defaultTemplate: cluster.podTemplate.name.value,
      templateSets: cluster.templateSets.map(templates.set), namespaces: namespaces,
      settings: settings.plugins, webhook: settings.webhook,
      secretManagers: cluster.flyte.secretManagers.map(\.value), remedies: choice.remedies,
      patches: patches, source: source,
      assign: AssignTree(lines: cluster.assign).tree)
  }
}
