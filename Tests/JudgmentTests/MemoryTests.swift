import Deployments
import Flyte
import TestSupport
import Testing
import Values

@testable import Judgment

/// Equal inputs are judged once.
@Suite struct MemoryTests {
  /// Two sets that share the default template; one has another beside it.
  func sharing() throws -> Deployment {
    var result = try sampleDeployment("v1.16.8")
    let shared = result.templateSets[0].templates[0]
    let other = PodTemplate(
      name: "special", labels: .empty, annotations: .empty, podLabels: .empty,
      podAnnotations: .empty, spec: shared.spec, profiles: [], claim: shared.claim)
    // The same words, said elsewhere.
    let again = PodTemplate(
      name: shared.name, labels: .empty, annotations: .empty, podLabels: .empty,
      podAnnotations: .empty, spec: shared.spec, profiles: ["other"],
      claim: Claim(level: "restricted", minor: nil, origin: .tool))
    result.templateSets = [
      PodTemplateSet(templates: [shared]), PodTemplateSet(templates: [again, other]),
    ]
    result.namespaces = [("a", 0), ("b", 1), ("c", 0)].map {
      DeployedNamespace(name: $0.0, templateSet: $0.1, origin: .tool)
    }
    return result
  }

  @Test func aTemplateThatSetsShareIsWorkedOutOnce() throws {
    let judgment = Judgment(deployment: try sharing())
    let shapes = StandardTask.withoutSecrets.count
    #expect(judgment.pods(of: 0).count == shapes)
    #expect(judgment.memory.count == shapes)
    #expect(judgment.pods(of: 1).count == 2 * shapes)
    #expect(judgment.memory.count == 2 * shapes)
    #expect(judgment.pods(of: 1).count == 2 * shapes)
    #expect(judgment.memory.count == 2 * shapes)
  }

  @Test func aClusterIsJudgedTemplateByTemplate() throws {
    let judgment = Judgment(deployment: try sharing())
    let found = judgment.templates()
    #expect(found.map(\.template.name) == ["hardened", "special"])
    #expect(found.map(\.namespaces) == [["a", "b", "c"], ["b"]])
    #expect(found.allSatisfy { $0.tasks.count == StandardTask.withoutSecrets.count })
    #expect(judgment.memory.count == 2 * StandardTask.withoutSecrets.count)
  }
}
