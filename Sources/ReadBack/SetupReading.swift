import Changes
import Deployments
import Diagnostics
import Flyte
import Operators
import PodAPI
import Values
import YAMLTree

/// Reads `setup.yaml`, and makes a deployment of it and of what the other files say.
struct SetupReading {
  private let node: YAMLNode
  private let setup: PlainValue

  init(_ node: YAMLNode) {
    self.node = node
    setup = PlainValue(node)
  }

  func cluster(
    templates: TemplateFiles, policies: PolicyFiles, overlay: YAMLNode?, patches: [PatchFile],
    into diagnostics: inout DiagnosticList
  ) -> ComparedCluster? {
    let values = overlay.map { PlainValue($0) }
    guard
      let (sets, namespaces) = templates.sets(
        ClaimTable(setup["templates"]),
        RuleTable(setup["rules"], constraints: setup["constraints"]), into: &diagnostics)
    else { return nil }
    guard var deployment = deployment(into: &diagnostics) else { return nil }
    deployment.templateSets = sets
    deployment.namespaces = namespaces
    if let values {
      deployment.settings = OverlaySettings.settings(in: values)
      deployment.webhook = OverlaySettings.webhook(in: values)
      deployment.ray = OverlaySettings.ray(in: values)
    } else {
      let settings = setup["settings"]
      deployment.settings = settings?["plugins"]?["k8s"].map { OriginTree($0) } ?? .empty
      deployment.webhook = settings?["webhook"].map { OriginTree($0) } ?? .empty
      deployment.ray = settings?["plugins"]?["ray"].map { OriginTree($0) } ?? .empty
    }
    let before = diagnostics.errorCount
    deployment.policies = policies.policies(setup, of: deployment, into: &diagnostics)
    guard diagnostics.errorCount == before else { return nil }
    return ComparedCluster(
      deployment: deployment, facts: setup, overlay: values, patches: patches)
  }

  /// The deployment without templates and settings.
  private func deployment(into diagnostics: inout DiagnosticList) -> Deployment? {
    let flyte = setup["flyte"]
    guard setup["kind"] == .string("ClusterSetup"), let name = setup["cluster"]?.string,
      let version = flyte?["version"]?.string, let like = flyte?["behavesLike"]?.string,
      let kubernetes = minor
    else {
      diagnostics.error(
        .brokenSnapshot, "this is not a 'setup.yaml' that 'generate' wrote", at: node.span,
        hint: "restore the file, or write it again with 'generate'")
      return nil
    }
    guard let release = Release.named(like) else {
      diagnostics.error(
        .brokenSnapshot, "this names the Flyte release \(quoted: like), which is not known",
        at: node["flyte"]?["behavesLike"]?.span ?? node.span,
        hint: "use the version of flyte-harden that wrote it")
      return nil
    }
    let chart = flyte?["chart"]?.string
    let source = flyte?["chartFrom"]?.string.flatMap(ChartSource.init(named:)) ?? .published
    let plugins = setup["plugins"]?.items ?? []
    var deployment = Deployment(
      name: name, version: version, release: release,
      behaviors: BehaviorReading.behaviors(of: release, setup),
      flyteNamespace: flyte?["namespace"]?.string ?? "flyte", kubernetesMinor: kubernetes,
      features: features(kubernetes),
      platform: setup["kubernetes"]?["platform"]?.string ?? "vanilla", chart: chart,
      chartDefaults: chart.flatMap {
        release.defaults(ofChart: $0, from: source, version: version)
      }, image: flyte?["image"]?.string,
      defaultTemplate: flyte?["defaultTemplate"]?.string ?? "", templateSets: [], namespaces: [],
      settings: .empty,
      values: InstalledValues(tree: setup["values"].map { OriginTree($0) } ?? .empty),
      secretManagers: managers,
      operators: PluginChoice.operators(plugins))
    deployment.ownPods = PluginChoice.ownPods(plugins)
    return deployment
  }

  private var minor: Int? {
    guard let text = setup["kubernetes"]?["version"]?.string, text.hasPrefix("1.") else {
      return nil
    }
    return Int(text.dropFirst(2)).flatMap {
      (KubernetesRange.oldest...KubernetesRange.newest).contains($0) ? $0 : nil
    }
  }

  private func features(_ minor: Int) -> [ServerGate: Bool] {
    var features: [ServerGate: Bool] = [:]
    for entry in setup["kubernetes"]?["features"]?.entries ?? [] {
      if let gate = ServerGate(name: entry.key), let isOn = entry.value.bool {
        features[gate] = isOn
      }
    }
    return features
  }

  private var managers: [SecretManager] {
    let value = setup["flyte"]?["secretManager"]
    let names = value?.string.map { [$0] } ?? (value?.items ?? []).compactMap(\.string)
    return names.compactMap { SecretManager(named: $0) }
  }
}
