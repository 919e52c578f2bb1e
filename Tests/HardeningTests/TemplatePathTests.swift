import Deployments
import Testing
import Values

@testable import Hardening

@Suite struct TemplatePathTests {
  @Test(arguments: [
    ("template.metadata.annotations[a.io/b.c]", "annotations[a.io/b.c]"),
    ("template.spec.containers[0].securityContext.runAsUser", "runAsUser"),
    ("template.spec.volumes[1]", "volumes[1]"),
  ])
  func theFieldIsWhatThePathEndsWith(path: String, field: String) {
    let template = PodTemplate(
      name: "t", labels: .empty, annotations: .empty, podLabels: .empty, podAnnotations: .empty,
      spec: .empty, profiles: [], claim: nil)
    #expect(TemplatePath(path).place(in: template, spec: template.spec).field == field)
  }
}
