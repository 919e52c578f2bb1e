import Flyte
import Testing
import Values

/// Flyte's own templates of resources, filled in as flyteadmin does.
@Suite struct ResourceTemplatesTests {
  private func manifest(
    _ text: String, release: String = "v1.16.8",
    _ change: (inout ResourceTemplates) -> Void = { _ in }
  ) throws -> ResourceTemplates.Manifest {
    var templates = ResourceTemplates()
    change(&templates)
    return templates.manifest(
      of: .init(name: "t", text: text, origin: .tool), project: "p", domain: "d",
      namespace: "p-d", release: try #require(Release.named(release)))
  }

  @Test func theNamesOfTheNamespaceAreAlwaysThere() throws {
    #expect(try manifest("{{ namespace }} {{ project }} {{ domain }}").text == "p-d p d")
  }

  /// Before v1.13.1 flyteadmin put in the values for all domains first, which left nothing for the others.
  @Test(arguments: [
    ("v1.9.2", "1 1Gi"), ("v1.13.0", "1 1Gi"), ("v1.13.1-rc0", "2 1Gi"), ("v1.13.1", "2 1Gi"),
    ("v1.16.8", "2 1Gi"),
  ])
  func theReleaseSaysWhoseValueWins(release: String, text: String) throws {
    let made = try manifest("{{ cpu }} {{ memory }}", release: release) {
      $0.data = ["cpu": .text("1"), "memory": .text("1Gi")]
      $0.domains = ["d": ["cpu": .text("2")], "other": ["memory": .text("9Gi")]]
    }
    #expect(made.text == text)
    #expect(made.unknown == [])
  }

  @Test func whatIsNotKnownIsNamedOnce() throws {
    let made = try manifest("{{ a }} {{ b }} {{ a }} {{c}} {{ project }}") {
      $0.data = ["b": .elsewhere]
    }
    #expect(made.text == "{{ a }} {{ b }} {{ a }} {{c}} p")
    #expect(made.unknown == ["a", "b"])
  }
}
