import Origins
import Setup
import TestSupport
import Testing

@testable import Judgement

/// What is the same is worked out once.
@Suite struct MemoryTests {
  /// Two sets that share the default template; one has another beside it.
  func sharing() throws -> ClusterSetup {
    var result = try sampleSetup("v1.16.8")
    let shared = result.templateSets[0].templates[0]
    let other = TemplateSetup(
      name: "special", labels: .empty, annotations: .empty, podLabels: .empty,
      podAnnotations: .empty, spec: shared.spec, profiles: [], claim: shared.claim)
    // The same words, said elsewhere.
    let again = TemplateSetup(
      name: shared.name, labels: .empty, annotations: .empty, podLabels: .empty,
      podAnnotations: .empty, spec: shared.spec, profiles: ["other"],
      claim: Claim(level: "restricted", minor: nil, origin: .tool))
    result.templateSets = [
      TemplateSetSetup(templates: [shared]), TemplateSetSetup(templates: [again, other]),
    ]
    result.namespaces = [("a", 0), ("b", 1), ("c", 0)].map {
      NamespaceSetup(name: $0.0, templateSet: $0.1, origin: .tool)
    }
    return result
  }

  @Test func aTemplateThatSetsShareIsWorkedOutOnce() throws {
    let judgement = Judgement(setup: try sharing())
    let shapes = StandardTask.withoutSecrets.count
    #expect(judgement.pods(of: 0).count == shapes)
    #expect(judgement.memory.count == shapes)
    #expect(judgement.pods(of: 1).count == 2 * shapes)
    #expect(judgement.memory.count == 2 * shapes)
    #expect(judgement.pods(of: 1).count == 2 * shapes)
    #expect(judgement.memory.count == 2 * shapes)
  }

  @Test func aClusterIsJudgedTemplateByTemplate() throws {
    let judgement = Judgement(setup: try sharing())
    let found = judgement.templates()
    #expect(found.map(\.template.name) == ["hardened", "special"])
    #expect(found.map(\.namespaces) == [["a", "b", "c"], ["b"]])
    #expect(found.allSatisfy { $0.pods.count == StandardTask.withoutSecrets.count })
    #expect(judgement.memory.count == 2 * StandardTask.withoutSecrets.count)
  }
}
