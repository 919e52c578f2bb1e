import Flyte
import Origins
import Setup
import TestSupport
import Testing

/// A setup whose template hardens every container that templates reach.
func sampleSetup(
  _ version: String, remedies: [Remedy] = [], settings: TreeLiteral = [:]
) throws -> ClusterSetup {
  let release = try #require(Release.named(version))
  let behaviours = remedies.reduce(release.behaviours) { $0.applying($1) }
  let container: TreeLiteral = [
    "allowPrivilegeEscalation": false, "capabilities": ["drop": ["ALL"]],
  ]
  var spec = tree([
    "containers": [["name": "default", "image": "p:1", "securityContext": container]],
    "securityContext": [
      "runAsNonRoot": true, "runAsUser": 7, "seccompProfile": ["type": "RuntimeDefault"],
    ],
  ])
  if behaviours.mergesInitTemplates {
    spec = spec.setting(
      "initContainers",
      to: tree([["name": "default-init", "image": "p:1", "securityContext": container]]))
  }
  let template = TemplateSetup(
    name: "hardened", labels: .empty, annotations: .empty, podLabels: .empty,
    podAnnotations: .empty, spec: spec, profiles: ["test"],
    claim: Claim(level: "restricted", minor: nil, origin: .tool))
  return ClusterSetup(
    name: "test", version: version, release: release, running: behaviours, planned: behaviours,
    flyteNamespace: "flyte", kubernetesMinor: 31, platform: "vanilla", chart: nil, image: nil,
    defaultTemplate: "hardened", templateSets: [TemplateSetSetup(templates: [template])],
    namespaces: [],
    settings: tree(settings).setting(
      "default-pod-template-name", to: tree("hardened")), remedies: [],
    patches: [], source: nil, assign: .empty)
}

extension ClusterSetup {
  /// The same setup with another spec of its template.
  func saying(_ spec: TreeLiteral, podAnnotations: TreeLiteral = [:]) -> ClusterSetup {
    var result = self
    let template = templateSets[0].templates[0]
    result.templateSets = [
      TemplateSetSetup(templates: [
        TemplateSetup(
          name: template.name, labels: .empty, annotations: .empty, podLabels: .empty,
          podAnnotations: tree(podAnnotations), spec: tree(spec), profiles: [],
          claim: template.claim)
      ])
    ]
    return result
  }
}
