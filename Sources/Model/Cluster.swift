public import Admission
public import Flyte
public import Operators
public import PodAPI
public import Values

/// One cluster of the config, checked.
public struct Cluster: Sendable {
  /// Its name, which is also its folder in the output.
  public let name: Located<String>
  /// The Flyte that is or will be installed.
  public var flyte: FlyteInstallation
  /// The Kubernetes cluster that it runs on.
  public let kubernetes: KubernetesTarget
  /// The chart that Flyte is installed with; nil where no overlay is wanted.
  public let chart: Located<String>?
  /// The source of that chart.
  public let chartSource: ChartSource
  /// The user's own values files, in Helm's order.
  public let valuesFiles: [FlyteInstallation.Place]
  /// The contents of these files for Flyte's configuration; empty until they are read.
  public var values = InstalledValues()
  /// The patches that can be used.
  public let patches: PatchRequest
  /// The admission policies that can be used.
  public let policies: PolicyRequest
  /// Name, labels and annotations of the PodTemplates.
  public let podTemplate: PodTemplateChoice
  /// Co-pilot settings by Flyte's key (`start-timeout`), only those the release reads.
  public let copilot: [CopilotSetting]
  /// The tasks that it is judged for; nil: the usual ones.
  public let tasks: [TaskChoice]?
  /// The distinct profiles in use, fully layered.
  public let profiles: [Profile]
  /// The distinct sets of templates that namespaces have.
  public internal(set) var templateSets: [TemplateSet]
  /// Every namespace, in the order of the config.
  public internal(set) var namespaces: [Namespace]
  /// Index in `templateSets` for Flyte's own namespace; nil when `fallback` is off or an entry of
  /// that name is among `namespaces`.
  public internal(set) var fallback: Int?
  /// The lines of `assign`, as written.
  public let assign: [AssignLine]
  /// The findings that the user lives with.
  public let accept: [AcceptLine]
  /// The plugins that teams use.
  public let plugins: [PluginChoice]
  /// The limits, quotas and SCCs of all namespaces that have none of their own.
  public let rules: RulesChoice

  /// The chart's own settings; nil if no overlay is wanted.
  public var chartDefaults: ChartDefaults? {
    chart.flatMap {
      flyte.release.defaults(
        ofChart: $0.value, from: chartSource, version: flyte.version.value)
    }
  }

  /// The sources of its secret webhook's secrets, from the config or else from the values; empty
  /// for the release's own.
  public var secretManagers: [Located<SecretManager>] {
    flyte.secretManagers.isEmpty ? values.secretManagers : flyte.secretManagers
  }

  /// Makes a cluster.
  public init(
    name: Located<String>, flyte: FlyteInstallation, kubernetes: KubernetesTarget,
    chart: Located<String>?, chartSource: ChartSource = .published,
    valuesFiles: [FlyteInstallation.Place] = [], patches: PatchRequest,
    policies: PolicyRequest = .none(.tool),
    podTemplate: PodTemplateChoice, copilot: [CopilotSetting], tasks: [TaskChoice]? = nil,
    profiles: [Profile], templateSets: [TemplateSet],
    namespaces: [Namespace], fallback: Int?, assign: [AssignLine], accept: [AcceptLine] = [],
    plugins: [PluginChoice] = [], rules: RulesChoice = RulesChoice()
  ) {
    self.name = name
    self.flyte = flyte
    self.kubernetes = kubernetes
    self.chart = chart
    self.chartSource = chartSource
    self.valuesFiles = valuesFiles
    self.patches = patches
    self.policies = policies
    self.podTemplate = podTemplate
    self.copilot = copilot
    self.tasks = tasks
    self.profiles = profiles
    self.templateSets = templateSets
    self.namespaces = namespaces
    self.fallback = fallback
    self.assign = assign
    self.accept = accept
    self.plugins = plugins
    self.rules = rules
  }
}

/// A co-pilot setting.
public struct CopilotSetting: Sendable {
  /// Flyte's key below `plugins.k8s.co-pilot`, `start-timeout`.
  public let key: String
  /// Its value.
  public let value: OriginTree

  /// Makes a setting.
  public init(key: String, value: OriginTree) {
    self.key = key
    self.value = value
  }
}

/// The names and metadata of a cluster's PodTemplates.
public struct PodTemplateChoice: Sendable {
  /// Name of the default template, and of the setting that names it.
  public let name: Located<String>
  /// Labels of the PodTemplate objects.
  public let labels: OriginTree
  /// Annotations of the PodTemplate objects.
  public let annotations: OriginTree

  /// Makes a choice.
  public init(name: Located<String>, labels: OriginTree, annotations: OriginTree) {
    self.name = name
    self.labels = labels
    self.annotations = annotations
  }
}

/// The Kubernetes of a cluster.
public struct KubernetesTarget: Sendable {
  /// The platform, which has its own rules.
  public enum Platform: String, Sendable, Hashable, CaseIterable {
    case vanilla, openshift
  }

  /// The minor version: 31 for 1.31.
  public let minor: Int
  /// The place in the config.
  public let origin: Origin
  /// Plain Kubernetes, or OpenShift with its SCCs.
  public let platform: Platform
  /// The engine of admission policies.
  public let policyEngine: PolicyEngine
  /// The feature gates that are on or off whatever the version's default.
  public let features: [ServerGate: Bool]
  /// The names of all its runtime classes; nil: the config does not list them.
  public let runtimeClasses: [String]?
  /// The names of all its priority classes beside Kubernetes' own; nil: the config does not list them.
  public let priorityClasses: [String]?

  /// Makes a target.
  public init(
    minor: Int, origin: Origin, platform: Platform, policyEngine: PolicyEngine = .kubernetes,
    features: [ServerGate: Bool] = [:],
    runtimeClasses: [String]? = nil, priorityClasses: [String]? = nil
  ) {
    self.minor = minor
    self.origin = origin
    self.platform = platform
    self.policyEngine = policyEngine
    self.features = features
    self.runtimeClasses = runtimeClasses
    self.priorityClasses = priorityClasses
  }

  /// Its API server.
  public var release: ServerRelease { ServerRelease(minor: minor, switched: features) }
}

/// The patches that can be used.
public enum PatchRequest: Sendable {
  /// Every patch that is not opt-in and that the survey finds needed.
  case automatic(Origin)
  /// None.
  case none(Origin)
  /// Exactly these.
  case list([Located<String>])
}
