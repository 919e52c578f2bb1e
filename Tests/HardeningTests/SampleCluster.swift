import Flyte
import Model
import Operators
import TestSupport
import Testing
import Values

/// A cluster of a release with some profiles, the first of which its default template is of.
func sampleCluster(
  _ version: String, _ profiles: [Profile], minor: Int = 36, copilot: [CopilotSetting] = [],
  patches: PatchRequest = .none(.tool), plugins: [PluginChoice] = []
) throws -> Cluster {
  func located(_ text: String) -> Located<String> { Located(text, origin: .tool) }
  return Cluster(
    name: located("test"),
    flyte: FlyteInstallation(
      version: located(version), release: try #require(Release.named(version)), source: nil,
      allowsUnverifiedShapes: false, deployed: nil,
      namespace: located("flyte")),
    kubernetes: KubernetesTarget(minor: minor, origin: .tool, platform: .vanilla), chart: nil,
    patches: patches,
    podTemplate: PodTemplateChoice(name: located("default"), labels: .empty, annotations: .empty),
    copilot: copilot, profiles: profiles,
    templateSets: [TemplateSet(profile: 0, named: [])], namespaces: [], fallback: nil, assign: [],
    plugins: plugins)
}
