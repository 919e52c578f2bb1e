import Flyte
import Testing
import Values

/// Flyte's own templates of resources, filled in as flyteadmin does.
@Suite struct ResourceTemplatesTests {
  private func manifest(
    _ text: String, _ change: (inout ResourceTemplates) -> Void = { _ in }
  ) -> ResourceTemplates.Manifest {
    var templates = ResourceTemplates()
    change(&templates)
    return templates.manifest(
      of: .init(name: "t", text: text, origin: .tool), project: "p", domain: "d",
      namespace: "p-d")
  }

  @Test func theNamesOfTheNamespaceAreAlwaysThere() {
    #expect(manifest("{{ namespace }} {{ project }} {{ domain }}").text == "p-d p d")
  }

  @Test func theDomainsValuesGoFirst() {
    let made = manifest("{{ cpu }} {{ memory }}") {
      $0.data = ["cpu": .text("1"), "memory": .text("1Gi")]
      $0.domains = ["d": ["cpu": .text("2")], "other": ["memory": .text("9Gi")]]
    }
    #expect(made.text == "2 1Gi")
    #expect(made.unknown == [])
  }

  @Test func whatIsNotKnownIsNamedOnce() {
    let made = manifest("{{ a }} {{ b }} {{ a }} {{c}} {{ project }}") {
      $0.data = ["b": .elsewhere]
    }
    #expect(made.text == "{{ a }} {{ b }} {{ a }} {{c}} p")
    #expect(made.unknown == ["a", "b"])
  }
}
