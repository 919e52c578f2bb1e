import Flyte
import Origins
import PodSecurity
import Setup
import TestSupport
import Testing

@testable import Judgement

/// A setup whose template hardens every container that templates reach.
private func setup(_ version: String, remedies: [Remedy] = []) throws -> ClusterSetup {
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
    namespaces: [], settings: tree(["default-pod-template-name": "hardened"]), remedies: [],
    patches: [], source: nil, assign: .empty)
}

private func admitted(_ version: String, remedies: [Remedy] = []) throws -> [StandardTask] {
  Judgement(setup: try setup(version, remedies: remedies)).pods(of: 0).filter(\.isAdmitted)
    .map(\.task)
}

@Suite struct JudgementTests {
  @Test func theReleaseDecidesWhichTasksAreLetIn() throws {
    #expect(try admitted("v1.15.3") == [.container, .pod, .podHelpers])
    #expect(try admitted("v1.16.8") == StandardTask.allCases)
    #expect(try admitted("v2.0.28") == [])
    #expect(try admitted("v2.0.43") == StandardTask.allCases)
  }

  @Test func theRemediesLetTheRestIn() throws {
    #expect(try admitted("v1.15.3", remedies: [.noSysPtrace]) == StandardTask.allCases)
    #expect(
      try admitted("v1.13.3", remedies: [.noSysPtrace, .initContainerTemplates])
        == StandardTask.allCases)
  }

  @Test func aRefusalSaysWhatDecidedIt() throws {
    let judgement = Judgement(setup: try setup("v1.13.3"))
    let pod = try #require(judgement.pods(of: 0).first { $0.task == .copilot })
    guard case .judged(let verdict, let decisions) = pod.outcome else {
      Issue.record("not judged")
      return
    }
    #expect(!verdict.isAllowed)
    #expect(
      decisions.contains {
        $0.container == "exec-n0-0" && $0.field == "securityContext.capabilities.add"
          && $0.source == .flyte
      })
    #expect(
      decisions.contains {
        $0.container == "flyte-copilot-downloader"
          && $0.field == "securityContext.allowPrivilegeEscalation" && $0.source == .nobody
      })
  }

  @Test func anOffendingTemplateIsNamed() throws {
    var setup = try setup("v1.16.8")
    let template = setup.templateSets[0].templates[0]
    let containers = tree([
      [
        "name": "default", "image": "p:1",
        "securityContext": ["allowPrivilegeEscalation": true, "capabilities": ["drop": ["ALL"]]],
      ]
    ])
    setup.templateSets = [
      TemplateSetSetup(templates: [
        TemplateSetup(
          name: template.name, labels: .empty, annotations: .empty, podLabels: .empty,
          podAnnotations: .empty, spec: template.spec.setting("containers", to: containers),
          profiles: [], claim: template.claim)
      ])
    ]
    let pods = Judgement(setup: setup).pods(of: 0, tasks: [.container])
    guard case .judged(_, let decisions)? = pods.first?.outcome else {
      Issue.record("not judged")
      return
    }
    #expect(decisions.map(\.source) == [.template("default")])
  }
}
