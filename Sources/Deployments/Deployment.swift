public import Flyte
public import Operators
public import PodAPI
public import Values

/// A cluster as it runs: the hub that judging and comparing read and files are made from. It knows
/// no config and no patch files: it is made from a config, or from files that exist, and a search
/// for the fewest patches makes many. Nothing after it can fail.
public struct Deployment: Sendable {
  /// The cluster's name, which is also its folder in the output.
  public var name: String
  /// The Flyte version as the user says it; images and charts carry it.
  public var version: String
  /// The release whose behavior it has.
  public var release: Release
  /// The behavior of the binary: its sources, and the patches it was built with.
  public var behaviors: Behaviors { didSet { keepTemplatesOut() } }
  /// Flyte's own namespace, where templates are looked up last.
  public var flyteNamespace: String
  /// Kubernetes' minor version: 31 for 1.31.
  public var kubernetesMinor: Int
  /// The feature gates of Kubernetes that are on or off whatever the version's default.
  public var features: [ServerGate: Bool]
  /// `vanilla` or `openshift`.
  public var platform: String
  /// The chart that Flyte is installed with; nil: no overlay.
  public var chart: String?
  /// The chart's own values, below those of the overlay; nil: no overlay.
  public var chartDefaults: ChartDefaults?
  /// The rebuilt Flyte image; nil: the chart's own.
  public var image: String?
  /// Name of the default template.
  public var defaultTemplate: String
  /// The distinct sets of PodTemplates that namespaces have.
  public var templateSets: [PodTemplateSet]
  /// Every namespace that gets templates, in byte order of the names.
  public var namespaces: [DeployedNamespace]
  /// `plugins.k8s` as it is to be set, `co-pilot` included.
  public var settings: OriginTree
  /// `webhook` as it is to be set; empty where there is nothing to say.
  public var webhook: OriginTree
  /// `plugins.ray` as it is to be set; empty where there is nothing to say.
  public var ray = OriginTree.empty
  /// The user's own values for Flyte's configuration, which the overlay is laid over.
  public var values: InstalledValues
  /// The managers that the secret webhook gets secrets from, in the order of the config;
  /// empty: the release's own.
  public var secretManagers: [SecretManager]
  /// The behavior of the binary's plugins, which no patch changes.
  public var plugins: PluginBehaviors
  /// The operators that make the pods of plugins, as far as they are known.
  public var operators: [FlytePlugin: Operator]
  /// The plugins whose tasks give roles pods of their own.
  public var ownPods: Set<FlytePlugin> = []
  /// The tasks that it is judged for.
  public var tasks: [JudgedTask]

  /// The findings that the user lives with.
  public var acceptances: [Acceptance] = []

  /// The admission policies that are deployed with the templates.
  public var policies: ClusterPolicies

  /// The same before its policies are applied.
  public var withoutPolicies: Deployment {
    var result = self
    result.policies = .none
    return result
  }

  /// The API server.
  public var kubernetes: ServerRelease {
    ServerRelease(minor: kubernetesMinor, switched: features)
  }

  /// Makes a deployment.
  public init(
    name: String, version: String, release: Release, behaviors: Behaviors,
    flyteNamespace: String, kubernetesMinor: Int, features: [ServerGate: Bool] = [:],
    platform: String, chart: String?, chartDefaults: ChartDefaults? = nil, image: String?,
    defaultTemplate: String, templateSets: [PodTemplateSet],
    namespaces: [DeployedNamespace], settings: OriginTree, webhook: OriginTree = .empty,
    values: InstalledValues = InstalledValues(), secretManagers: [SecretManager] = [],
    operators: [FlytePlugin: Operator] = [:], tasks: [JudgedTask]? = nil,
    policies: ClusterPolicies = .none
  ) {
    self.name = name
    self.version = version
    self.release = release
    self.behaviors = behaviors
    self.flyteNamespace = flyteNamespace
    self.kubernetesMinor = kubernetesMinor
    self.features = features
    self.platform = platform
    self.chart = chart
    self.chartDefaults = chartDefaults
    self.image = image
    self.defaultTemplate = defaultTemplate
    self.templateSets = templateSets
    self.namespaces = namespaces
    self.settings = settings
    self.webhook = webhook
    self.values = values
    self.secretManagers = secretManagers
    plugins = release.plugins
    self.operators = operators
    self.policies = policies
    self.tasks = tasks ?? Self.usualTasks(asking: secretManagers)
    keepTemplatesOut()
  }

  /// Leaves the store of PodTemplates empty where Flyte has no right to read them, whatever its release
  /// and patches do.
  private mutating func keepTemplatesOut() {
    guard values.namespaceScope != nil, !behaviors.ignoresTemplates else { return }
    behaviors.store = .neverFilled
  }

  /// The reason why no PodTemplate has any effect, in words; nil: they have one.
  public var whyTemplatesAreIgnored: String? {
    if values.namespaceScope != nil { return "Flyte may not read PodTemplates here" }
    return behaviors.ignoresTemplates ? "\(version) ignores PodTemplates" : nil
  }
}

extension Deployment {
  /// The tasks that a cluster is judged for where nobody names others. With several secret managers a
  /// secret may come from each of them.
  /// - Parameter managers: those that the cluster uses; empty: the release's own.
  public static func usualTasks(asking managers: [SecretManager]) -> [JudgedTask] {
    let each = managers.count > 1 ? managers.map { StandardTask.secret(from: $0) } : []
    return JudgedTask.usual + each.map(JudgedTask.standard)
  }
}

extension Deployment {
  /// The set of templates that each namespace has.
  public var setsByNamespace: TextMap<Int> {
    TextMap(namespaces.map { ($0.name, $0.templateSet) }) { first, _ in first }
  }
}

extension Deployment {
  /// The tasks of the plugins whose operators are known; of those whose authors write pods only the ones
  /// that somebody has.
  public var pluginTasks: [JudgedTask] {
    StandardPluginTask.allCases.filter {
      operators[$0.plugin] != nil && (!$0.hasOwnPods || ownPods.contains($0.plugin))
    }.map { .plugin($0) }
  }

  /// Every task by which it is compared with another deployment: the usual ones, its own, and those of
  /// plugins.
  public var comparedTasks: [JudgedTask] {
    let usual = JudgedTask.usual
    return usual + tasks.filter { !usual.contains($0) } + pluginTasks + acceleratedTasks
  }
}

/// A namespace and the templates it gets.
public struct DeployedNamespace: Sendable {
  /// Its name.
  public let name: String
  /// Index in the cluster's `templateSets`.
  public let templateSet: Int
  /// The config's entry for it; nothing for the fallback.
  public let origin: Origin

  /// Makes a value.
  public init(name: String, templateSet: Int, origin: Origin) {
    self.name = name
    self.templateSet = templateSet
    self.origin = origin
  }
}
