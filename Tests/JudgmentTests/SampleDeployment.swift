import Deployments
import Flyte
import TestSupport
import Testing
import Values

/// A deployment whose template hardens every container that templates reach.
func sampleDeployment(
  _ version: String, patches: [ModeledPatch] = [], settings: TreeLiteral = [:]
) throws -> Deployment {
  let release = try #require(Release.named(version))
  let behaviors = patches.reduce(release.behaviors) { $0.applying($1) }
  let container: TreeLiteral = [
    "allowPrivilegeEscalation": false, "capabilities": ["drop": ["ALL"]],
  ]
  var spec = tree([
    "containers": [["name": "default", "image": "p:1", "securityContext": container]],
    "securityContext": [
      "runAsNonRoot": true, "runAsUser": 7, "seccompProfile": ["type": "RuntimeDefault"],
    ],
  ])
  if behaviors.mergesInitTemplates {
    spec = spec.setting(
      "initContainers",
      to: tree([["name": "default-init", "image": "p:1", "securityContext": container]]))
  }
  let template = PodTemplate(
    name: "hardened", labels: .empty, annotations: .empty, podLabels: .empty,
    podAnnotations: .empty, spec: spec, profiles: ["test"],
    claim: Claim(level: "restricted", minor: nil, origin: .tool))
  return Deployment(
    name: "test", version: version, release: release, behaviors: behaviors,
    flyteNamespace: "flyte", kubernetesMinor: 31, platform: "vanilla", chart: nil, image: nil,
    defaultTemplate: "hardened", templateSets: [PodTemplateSet(templates: [template])],
    namespaces: [],
    settings: tree(settings).setting(
      "default-pod-template-name", to: tree("hardened")))
}

extension Deployment {
  /// The same deployment with another spec of its template.
  func saying(_ spec: TreeLiteral, podAnnotations: TreeLiteral = [:]) -> Deployment {
    var result = self
    let template = templateSets[0].templates[0]
    result.templateSets = [
      PodTemplateSet(templates: [
        PodTemplate(
          name: template.name, labels: .empty, annotations: .empty, podLabels: .empty,
          podAnnotations: tree(podAnnotations), spec: tree(spec), profiles: [],
          claim: template.claim)
      ])
    ]
    return result
  }
}
