import Admission
import Deployments
import Flyte
import PodAPI
import PodSecurity
import TestSupport
import Values

/// The setups that docs/necessity.md has a table for.
enum NecessitySetups {
  private static let context: TreeLiteral = [
    "allowPrivilegeEscalation": false, "capabilities": ["drop": ["ALL"]],
  ]
  private static let podContext: TreeLiteral = [
    "runAsNonRoot": true, "seccompProfile": ["type": "RuntimeDefault"],
  ]

  private static func container(_ name: String) -> TreeLiteral {
    ["image": "p:1", "name": .string(name), "securityContext": context]
  }

  static let templates: [(name: String, spec: TreeLiteral)] = [
    ("none", [:]),
    ("default", ["containers": [container("default")], "securityContext": podContext]),
    (
      "default, default-init",
      [
        "containers": [container("default")], "initContainers": [container("default-init")],
        "securityContext": podContext,
      ]
    ),
  ]

  static let settings: [(name: String, tree: TreeLiteral)] = [
    ("none", [:]),
    (
      "both defaults",
      ["default-security-context": context, "default-pod-security-context": podContext]
    ),
    (
      "both defaults, co-pilot",
      [
        "co-pilot": ["security-context": context], "default-security-context": context,
        "default-pod-security-context": podContext,
      ]
    ),
  ]

  static let shapes: [(name: String, tasks: [StandardTask])] = [
    ("all but helpers", StandardTask.withoutSecrets.filter { $0 != .podHelpers }),
    ("all", StandardTask.withoutSecrets),
  ]

  /// A cluster whose one template is all that hardens pods.
  static func deployment(
    _ release: Release, _ patches: [String], _ spec: TreeLiteral, _ settings: TreeLiteral,
    policies: Bool
  ) -> Deployment {
    let behaviors = patches.compactMap(ModeledPatch.init(named:))
      .reduce(release.behaviors) { $0.applying($1) }
    let template = PodTemplate(
      name: "flyte-default", labels: .empty, annotations: .empty, podLabels: .empty,
      podAnnotations: .empty, spec: spec.tree, profiles: ["restricted"],
      claim: Claim(level: "restricted", minor: nil, origin: .tool))
    return Deployment(
      name: "c", version: release.name, release: release, behaviors: behaviors,
      flyteNamespace: "flyte", kubernetesMinor: 36, platform: "vanilla", chart: nil, image: nil,
      defaultTemplate: "flyte-default", templateSets: [PodTemplateSet(templates: [template])],
      namespaces: [],
      settings: settings.tree.setting("default-pod-template-name", to: .string("flyte-default")),
      policies: policies ? Self.policies(of: release) : .none)
  }

  private static func policies(of release: Release) -> ClusterPolicies {
    let decoder = PodDecoder(minor: 36)
    let context = decoder.decode(PlainValue(context.tree), as: "SecurityContext")
    let pod = PodObject([
      .init(
        .securityContext,
        .object(decoder.decode(PlainValue(podContext.tree), as: "PodSecurityContext")))
    ])
    let profile = PolicyProfile(
      name: "restricted", pod: pod,
      contexts: Dictionary(
        uniqueKeysWithValues: PolicyProfile.Role.allCases.map { ($0, context) }),
      addable: PodSecurityLevel.restricted.addableCapabilities, dropsAll: true,
      copilotPrefix: PluginSettings.Copilot().name)
    let policy = MutatingPolicy.filling(
      profile, name: "fill", minor: 36, marks: PodMarks(release))
    return ClusterPolicies(
      engine: .kubernetes, mutatingVersion: .v1,
      profiles: [
        ProfilePolicies(
          name: "restricted", said: [profile], profileNames: ["restricted"], mutating: policy,
          validating: nil,
          templateSets: [0], namespaces: ["a"])
      ])
  }
}
