public import Audit
public import Deployments
public import Flyte
import Judgment
public import Operators
public import PodAPI
public import Values

/// A set-up that is known by its files, without a config.
public struct FoundSetup: Sendable {
  /// The Flyte that runs.
  public let release: Release
  /// Its chart; nil: nothing is known of its settings.
  public let chart: String?
  /// The API server.
  public let kubernetes: ServerRelease
  /// The claim for every pod.
  public let claim: Claim
  /// The patches that may be used.
  public let patches: [ModeledPatch]
  /// The templates.
  public let templates: [FoundTemplate]
  /// The sources of secrets that the command line names.
  private let chosenManagers: [SecretManager]
  /// The user's own tasks, beside the usual shapes.
  private let tasks: [JudgedTask]
  /// The plugins that teams use.
  public let plugins: [PluginChoice]
  /// The name of the default template.
  private let defaultTemplate: String
  /// True if the values name it.
  private let isNamed: Bool
  /// `plugins.k8s`, as far as it is known.
  private let settings: OriginTree
  /// The user's own values.
  private let values: InstalledValues

  /// Makes a set-up.
  public init(
    release: Release, chart: String?, kubernetes: ServerRelease, claim: Claim,
    patches: [ModeledPatch], templates: [FoundTemplate], defaultTemplate: String? = nil,
    settings: OriginTree = .empty, secretManagers: [SecretManager] = [],
    values: InstalledValues = InstalledValues(), plugins: [PluginChoice] = [],
    tasks: [JudgedTask] = []
  ) {
    self.release = release
    self.chart = values.isExternal ? nil : chart
    self.kubernetes = kubernetes
    self.claim = claim
    self.patches = patches
    self.templates = templates
    self.plugins = plugins
    self.settings = settings
    self.tasks = tasks
    // Nothing is known of a configuration that is the user's own, which was reported.
    let values = values.isExternal ? InstalledValues() : values
    self.values = values
    chosenManagers = secretManagers
    // A template that is alone is meant for all tasks.
    let names = TextSet(templates.map(\.template.name))
    let said = values.settings.overlaid(by: values.laterSettings)["default-pod-template-name"]
    isNamed = said?.string?.isEmpty == false && defaultTemplate == nil
    self.defaultTemplate =
      defaultTemplate ?? (isNamed ? said?.string : nil)
      ?? (names.count == 1 ? names.sorted()[0] : Self.usual)
  }

  /// The subject of an audit.
  public var subject: AuditSubject {
    let running = deployment
    var planned = running
    planned.behaviors = patches.reduce(running.behaviors) { $0.applying($1) }
    return AuditSubject(
      running: running, planned: planned, deployedPatches: [],
      plannedPatches: patches.map(\.rawValue), bareClaim: claim,
      plugins: plugins, trial: FoundTrial(running: running, patches: patches, claim: claim))
  }

  /// The usual name of the default template, as in Flyte's documentation.
  static let usual = "flyte-template"

  /// `webhook` as the command line sets it; what the values set is in them.
  private var webhook: OriginTree {
    guard let known = release.webhook, !chosenManagers.isEmpty else { return .empty }
    return .empty.setting(asking: chosenManagers, known)
  }

  /// The sources of secrets that somebody chose; empty: the release's own.
  private var secretManagers: [SecretManager] {
    chosenManagers.isEmpty ? values.secretManagers.map(\.value) : chosenManagers
  }

  /// The deployment that runs.
  private var deployment: Deployment {
    let sets = FoundSets(templates)
    return Deployment(
      name: "this setup", version: release.name, release: release, behaviors: release.behaviors,
      flyteNamespace: "flyte", kubernetesMinor: kubernetes.minor, platform: "vanilla",
      chart: chart,
      chartDefaults: chart.flatMap {
        release.defaults(ofChart: $0, from: .published, version: release.name)
      }, image: nil, defaultTemplate: defaultTemplate, templateSets: sets.sets,
      namespaces: sets.namespaces,
      settings: isNamed
        ? settings
        : settings.setting("default-pod-template-name", to: .string(defaultTemplate)),
      webhook: webhook, values: values, secretManagers: secretManagers,
      operators: PluginChoice.operators(of: plugins, at: release),
      tasks: Deployment.usualTasks(asking: secretManagers) + tasks)
  }
}

/// The templates of each namespace, equal sets once.
private struct FoundSets {
  private(set) var sets: [PodTemplateSet] = []
  private(set) var namespaces: [DeployedNamespace] = []

  init(_ templates: [FoundTemplate]) {
    let places = TextMap(grouping: templates) { $0.namespace ?? "" }
    var known: [[TemplateValues]: Int] = [:]
    let order = places.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for place in order {
      let own = (places[place] ?? []).map(\.template).sorted {
        $0.name.utf8.lexicographicallyPrecedes($1.name.utf8)
      }
      let key = own.map(TemplateValues.init)
      let set = known[key] ?? sets.count
      if known.updateValue(set, forKey: key) == nil { sets.append(PodTemplateSet(templates: own)) }
      // A template without a namespace is judged, wherever it will be.
      guard !place.isEmpty else { continue }
      namespaces.append(
        DeployedNamespace(name: place, templateSet: set, origin: own[0].spec.origin))
    }
    if templates.isEmpty { sets = [PodTemplateSet(templates: [])] }
  }
}
