import Admission
public import Deployments
public import Flyte
public import Model
import Operators
import Values

/// Makes the deployment of a cluster from what the config says and the patches that were chosen. It
/// cannot fail: what is wrong with a deployment is found by looking at it.
public struct Hardening: Sendable {
  /// The cluster in the config.
  public let cluster: Cluster
  /// The patches that were chosen.
  public let choice: PatchSelection
  /// The behavior of the sources: the release, and fixes that they have already.
  public let sources: Behaviors
  /// True if pods need policies that change them.
  public let needsPolicies: Bool

  /// Makes a hardening.
  public init(
    cluster: Cluster, choice: PatchSelection, sources: Behaviors, needsPolicies: Bool = false
  ) {
    self.cluster = cluster
    self.choice = choice
    self.sources = sources
    self.needsPolicies = needsPolicies
  }

  /// The behavior of the running binary.
  public var running: Behaviors { applying(choice.deployed, to: sources) }

  /// The behavior once every patch is deployed.
  public var planned: Behaviors { applying(choice.planned, to: running) }

  /// Only what is known of a patch counts; one of the user's own may have the name of another.
  private func applying(_ names: [String], to behaviors: Behaviors) -> Behaviors {
    let known = TextSet(choice.patches.filter(\.patch.isModeled).map(\.name))
    return names.filter(known.contains).compactMap(ModeledPatch.init(named:))
      .reduce(behaviors) { $0.applying($1) }
  }

  /// The deployment that runs: templates and settings rely on what the running binary does.
  public var deployment: Deployment { deployment(in: namespaces, policies) }

  /// The same without namespaces, which decide nothing about pods: for trials.
  func trial(_ policies: ClusterPolicies) -> Deployment { deployment(in: [], policies) }

  private func deployment(
    in namespaces: [DeployedNamespace], _ policies: ClusterPolicies
  ) -> Deployment {
    let running = running
    let settings = ClusterSettings(cluster: cluster, behaviors: running)
    let templates = TemplateRendering(cluster: cluster, behaviors: running)
    var deployment = Deployment(
      name: cluster.name.value, version: cluster.flyte.version.value,
      release: cluster.flyte.release, behaviors: running,
      flyteNamespace: cluster.flyte.namespace.value, kubernetesMinor: cluster.kubernetes.minor,
      features: cluster.kubernetes.features, platform: cluster.kubernetes.platform.rawValue,
      chart: cluster.chart?.value, chartDefaults: cluster.chartDefaults,
      image: cluster.flyte.deployed?.image?.value,
      defaultTemplate: cluster.podTemplate.name.value,
      templateSets: templates.sets, namespaces: namespaces,
      settings: settings.plugins, webhook: settings.webhook, values: cluster.values,
      secretManagers: cluster.secretManagers.map(\.value),
      operators: PluginChoice.operators(of: cluster.plugins, at: cluster.flyte.release),
      policies: policies)
    deployment.ownPods = Set(cluster.plugins.filter(\.ownPods).map(\.plugin))
    deployment.ray = settings.ray(hasPolicies: needsPolicies)
    deployment.acceptances = cluster.accept.map { Acceptance($0, of: cluster) }
    return deployment
  }

  /// The policies that the config asks for, and of those that change pods only what is needed.
  private var policies: ClusterPolicies {
    PolicyPlanning(cluster: cluster, isMutating: needsPolicies).policies
  }

  /// The policies that would change pods, whether they are asked for or not; nil: the cluster cannot have
  /// them.
  public var possiblePolicies: ClusterPolicies? {
    guard cluster.kubernetes.canHavePolicies else { return nil }
    return PolicyPlanning(cluster: cluster, isMutating: true).policies.onlyMutating
  }

  /// Plans the files that are written.
  /// - Parameters:
  ///   - deployment: what runs.
  ///   - files: the files of the planned patches.
  ///   - source: what they were computed from.
  public func plan(
    _ deployment: Deployment, files: [PatchFile], source: SourceRecord?
  ) -> PlannedCluster {
    // A patch for a plugin's pods is of no concern where the config does not name the plugin.
    let patches = choice.patches.filter {
      $0.isDeployed || $0.isPlanned || cluster.plugins.areConcerned(by: $0.patch.plugin)
    }
    return PlannedCluster(
      deployment: deployment, planned: planned, patches: patches, files: files,
      source: source, assign: AssignTree(lines: cluster.assign).tree)
  }

  /// In byte order of the names.
  private var namespaces: [DeployedNamespace] {
    var namespaces = cluster.namespaces.map {
      DeployedNamespace(name: $0.name, templateSet: $0.templateSet, origin: $0.origin)
    }
    if let fallback = cluster.fallback {
      namespaces.append(
        DeployedNamespace(
          name: cluster.flyte.namespace.value, templateSet: fallback,
          origin: cluster.flyte.namespace.origin))
    }
    return namespaces.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}
