import APIServer
import Flyte
import Judgement
import Model
import Origins
import PodAPI
import Setup

/// Has Flyte's model make pods of a profile, as a binary of some behaviours on a cluster would.
struct PodProbe {
  let cluster: Cluster
  let behaviours: Behaviours
  private let settings: OriginTree

  init(cluster: Cluster, behaviours: Behaviours) {
    self.cluster = cluster
    self.behaviours = behaviours
    settings = ClusterSettings(cluster: cluster, behaviours: behaviours).plugins
  }

  /// The security context that co-pilot's containers get from a setting.
  var copilotContext: OriginTree { settings[path: ["co-pilot", "security-context"]] ?? .empty }

  /// The pods under a profile.
  func pods(of profile: Profile) -> MadePods {
    let rendering = TemplateRendering(
      cluster: cluster, behaviours: behaviours, placeholder: Self.placeholder)
    return pods(
      of: rendering.template(cluster.podTemplate.name.value, profile),
      own: TextSet(OwnContainers(of: profile).entries.map(\.name)))
  }

  /// The pods under a template that says nothing.
  var bare: MadePods {
    pods(
      of: TemplateSetup(
        name: cluster.podTemplate.name.value, labels: .empty, annotations: .empty,
        podLabels: .empty, podAnnotations: .empty, spec: .empty, profiles: [], claim: nil))
  }

  private static let placeholder = "placeholder.invalid/probe:v1"

  private func pods(of template: TemplateSetup, own: TextSet = []) -> MadePods {
    let setup = ClusterSetup(
      name: cluster.name.value, version: cluster.flyte.version.value,
      release: cluster.flyte.release, running: behaviours, planned: behaviours,
      flyteNamespace: cluster.flyte.namespace.value, kubernetesMinor: cluster.kubernetes.minor,
      features: cluster.kubernetes.features, platform: cluster.kubernetes.platform.rawValue,
      chart: cluster.chart?.value, chartDefaults: cluster.chartDefaults, image: nil,
      defaultTemplate: template.name, templateSets: [TemplateSetSetup(templates: [template])],
      namespaces: [], settings: settings, remedies: [], patches: [], source: nil, assign: .empty)
    let copilot = PluginSettings(reading: setup.effectiveSettings).copilot.name
    return MadePods(Judgement(setup: setup).pods(of: 0), copilot: copilot, own: own)
  }

  /// What a section of a profile says, as the API server keeps it.
  func kept(_ section: ProfileSection, of profile: Profile) -> PodObject {
    let decoder = PodDecoder(minor: cluster.kubernetes.minor)
    let tree = section.tree(of: profile)
    switch section {
    case .podMetadata: return decoder.decode(PlainValue(tree), as: "ObjectMeta")
    case .pod: return spec(PlainValue(tree))
    case .containers, .primary, .initContainers, .copilot:
      let list = section == .initContainers ? "initContainers" : "containers"
      let spec = spec(PlainValue(.mapping([list: OriginTree(.list([tree]), origin: .tool)])))
      let containers = spec[.containers] ?? spec[.initContainers]
      return containers?.items.first?.object ?? PodObject()
    }
  }

  /// What the API server keeps of a spec.
  private func spec(_ value: PlainValue) -> PodObject {
    let decoded = PodDecoder(minor: cluster.kubernetes.minor).decode(value, as: "PodSpec")
    let dropping = FieldDropping(cluster.kubernetes.release)
    return dropping.spec(PodDefaults.template(decoded))
  }
}
