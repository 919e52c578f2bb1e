import APIServer
import Deployments
import Flyte
import Judgment
import Model
import PodAPI
import Values

/// Has Flyte's model make pods of a profile, as a binary of some behaviors on a cluster would.
struct PodProbe {
  let cluster: Cluster
  let behaviors: Behaviors
  private let settings: OriginTree

  init(cluster: Cluster, behaviors: Behaviors) {
    self.cluster = cluster
    self.behaviors = behaviors
    settings = ClusterSettings(cluster: cluster, behaviors: behaviors).plugins
  }

  /// The security context that co-pilot's containers get from a setting.
  var copilotContext: OriginTree { settings[path: ["co-pilot", "security-context"]] ?? .empty }

  /// The pods under a profile.
  func pods(of profile: Profile) -> MadePods {
    let rendering = TemplateRendering(cluster: cluster, behaviors: behaviors)
    return pods(
      of: rendering.template(cluster.podTemplate.name.value, profile),
      own: TextSet(OwnContainers(of: profile).entries.map(\.name)))
  }

  /// The pods under a template that says nothing.
  var bare: MadePods {
    pods(of: .empty(cluster.podTemplate.name.value))
  }

  /// The user's values, but for what keeps templates or the overlay from every pod: that is told by itself.
  private var values: InstalledValues {
    var values = cluster.values
    guard !values.isExternal else { return InstalledValues() }
    values.laterSettings = values.laterSettings.setting("default-pod-template-name", to: nil)
    return values
  }

  private func pods(of template: PodTemplate, own: TextSet = []) -> MadePods {
    let deployment = Deployment(
      name: cluster.name.value, version: cluster.flyte.version.value,
      release: cluster.flyte.release, behaviors: behaviors,
      flyteNamespace: cluster.flyte.namespace.value, kubernetesMinor: cluster.kubernetes.minor,
      features: cluster.kubernetes.features, platform: cluster.kubernetes.platform.rawValue,
      chart: cluster.chart?.value, chartDefaults: cluster.chartDefaults, image: nil,
      defaultTemplate: template.name, templateSets: [PodTemplateSet(templates: [template])],
      namespaces: [], settings: settings, values: values)
    let copilot = deployment.pluginSettings.copilot.name
    return MadePods(Judgment(deployment: deployment).pods(of: 0), copilot: copilot, own: own)
  }

  /// The values of a section of a profile, as the API server keeps them.
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

  /// The spec that the API server keeps.
  private func spec(_ value: PlainValue) -> PodObject {
    let decoded = PodDecoder(minor: cluster.kubernetes.minor).decode(value, as: "PodSpec")
    let dropping = FieldDropping(cluster.kubernetes.release)
    return dropping.spec(PodDefaults.template(decoded))
  }
}
