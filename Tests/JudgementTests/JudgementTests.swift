import Flyte
import Origins
import PodSecurity
import Setup
import TestSupport
import Testing

@testable import Judgement

private func admitted(_ version: String, remedies: [Remedy] = []) throws -> [StandardTask] {
  Judgement(setup: try sampleSetup(version, remedies: remedies)).pods(of: 0).filter(\.isAdmitted)
    .map(\.task)
}

@Suite struct JudgementTests {
  @Test func theReleaseDecidesWhichTasksAreLetIn() throws {
    #expect(try admitted("v1.15.3") == [.container, .pod, .podPrimary, .podHelpers])
    #expect(try admitted("v1.16.8") == StandardTask.withoutSecrets)
    #expect(try admitted("v2.0.28") == [])
    #expect(try admitted("v2.0.43") == StandardTask.withoutSecrets)
  }

  @Test func theRemediesLetTheRestIn() throws {
    #expect(try admitted("v1.15.3", remedies: [.noSysPtrace]) == StandardTask.withoutSecrets)
    #expect(
      try admitted("v1.13.3", remedies: [.noSysPtrace, .initContainerTemplates])
        == StandardTask.withoutSecrets)
  }

  @Test func aRefusalSaysWhatDecidedIt() throws {
    let judgement = Judgement(setup: try sampleSetup("v1.13.3"))
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
    var setup = try sampleSetup("v1.16.8")
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
