import Deployments
import Flyte
import PodSecurity
import TestSupport
import Testing
import Values

@testable import Judgment

private func admitted(_ version: String, patches: [ModeledPatch] = []) throws -> [StandardTask] {
  Judgment(deployment: try sampleDeployment(version, patches: patches)).pods(of: 0).filter(
    \.isAdmitted
  )
  .compactMap(\.task.standard)
}

@Suite struct JudgmentTests {
  @Test func theReleaseDecidesWhichTasksAreLetIn() throws {
    #expect(try admitted("v1.15.3") == [.container, .pod, .podPrimary, .podHelpers])
    #expect(try admitted("v1.16.8") == StandardTask.withoutSecrets)
    #expect(try admitted("v2.0.28") == [])
    #expect(try admitted("v2.0.43") == StandardTask.withoutSecrets)
  }

  @Test func thePatchesLetTheRestIn() throws {
    #expect(try admitted("v1.15.3", patches: [.noSysPtrace]) == StandardTask.withoutSecrets)
    #expect(
      try admitted("v1.13.3", patches: [.noSysPtrace, .initContainerTemplates])
        == StandardTask.withoutSecrets)
  }

  @Test func aRefusalSaysWhatDecidedIt() throws {
    let judgment = Judgment(deployment: try sampleDeployment("v1.13.3"))
    let pod = try #require(judgment.pods(of: 0).first { $0.task == .standard(.copilot) })
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
    var deployment = try sampleDeployment("v1.16.8")
    let template = deployment.templateSets[0].templates[0]
    let containers = tree([
      [
        "name": "default", "image": "p:1",
        "securityContext": ["allowPrivilegeEscalation": true, "capabilities": ["drop": ["ALL"]]],
      ]
    ])
    deployment.templateSets = [
      PodTemplateSet(templates: [
        PodTemplate(
          name: template.name, labels: .empty, annotations: .empty, podLabels: .empty,
          podAnnotations: .empty, spec: template.spec.setting("containers", to: containers),
          profiles: [], claim: template.claim)
      ])
    ]
    let pods = Judgment(deployment: deployment).pods(of: 0, tasks: [.container])
    guard case .judged(_, let decisions)? = pods.first?.outcome else {
      Issue.record("not judged")
      return
    }
    #expect(decisions.map(\.source) == [.template("default")])
  }
}
