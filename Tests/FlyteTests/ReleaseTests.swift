import Flyte
import PodAPI
import Testing
import Values

@Suite struct ReleaseTests {
  func release(_ name: String) throws -> Release { try #require(Release.named(name)) }

  /// The one place where their number stands.
  @Test func thereAreSoManyReleases() { #expect(Release.all.count == 130) }

  @Test func namesEveryTagOnceInOrder() throws {
    #expect(Set(Release.all.map(\.name)).count == Release.all.count)
    #expect(Release.all.first?.name == "v1.9.2")
    #expect(Release.all == Release.all.sorted())
    let newest = try #require(Release.newest(of: .v1))
    #expect(Release.all.prefix { $0.line == .v1 }.last == newest)
    #expect(Release.all.last == Release.newest(of: .v2))
    #expect(try release("v1.16.0b1") < release("v1.16.0-b2"))
    #expect(try release("v1.16.0-b4") < release("v1.16.0"))
    #expect(Release.named("v1.9.1") == nil)
  }

  @Test func preReleasesBehaveAsTheCodeTheyHold() throws {
    for early in ["v1.16.0b0", "v1.16.0b1", "v1.16.0-b2"] {
      #expect(try release(early).behaviors == release("v1.15.3").behaviors)
    }
    for late in ["v1.16.0-b3", "v1.16.0-b4"] {
      #expect(try release(late).behaviors == release("v1.16.0").behaviors)
    }
  }

  @Test(
    arguments: [
      ("v1.9.34", 24), ("v1.9.36", 28), ("v1.9.37", 24), ("v1.10.0", 24), ("v1.10.1", 28),
      ("v1.16.3", 28), ("v1.16.4", 34), ("v2.0.0", 28), ("v2.0.18", 28), ("v2.0.19", 35),
      ("v2.0.43", 36),
    ])
  func knowsTheAPIItWasBuiltWith(name: String, minor: Int) throws {
    #expect(try release(name).apiMinor == minor)
    #expect(try release(name).behaviors.apiMinor == minor)
  }

  @Test(
    arguments: [
      ("v1.9.4", "flytecopilot:v0.0.33"), ("v1.9.37", "flytecopilot:v1.9.4"),
      ("v1.10.5", "flytecopilot:v1.9.37"), ("v1.10.7-b3", "flytecopilot:v1.10.7-b3"),
      ("v1.11.1-b0", "flytecopilot:v1.11.0-b0"), ("v1.13.3", "flytecopilot:v1.13.3"),
      ("v1.15.2", "flytecopilot:1.15.1"), ("v1.15.3", "flytecopilot:v1.15.3"),
      ("v1.16.1", "flytecopilot:v1.16.0"), ("v1.16.8", "flytecopilot:v1.16.8"),
      ("v2.0.8", "flytecopilot:v1.16.4"), ("v2.0.43", "flyte-binary-v2:latest"),
    ])
  func knowsTheCopilotImageOfItsSources(name: String, image: String) throws {
    #expect(try copilotImage(name, .source) == "cr.flyte.org/flyteorg/" + image)
  }

  /// Releasing writes the release's version into its charts.
  @Test(arguments: [
    ("v1.9.2", "flytecopilot-release:v1.9.2"), ("v1.10.7-b3", "flytecopilot-release:v1.10.7-b3"),
    ("v1.15.1", "flytecopilot-release:v1.15.1"), ("v1.16.8", "flytecopilot-release:v1.16.8"),
    ("v2.0.19", "flytecopilot:v1.16.4"), ("v2.0.24", "flytecopilot:v1.16.4"),
    ("v2.0.25", "flyte-binary-v2:v2.0.25"), ("v2.0.43", "flyte-binary-v2:v2.0.43"),
  ])
  func knowsTheCopilotImageOfPublishedCharts(name: String, image: String) throws {
    #expect(try copilotImage(name, .published) == "cr.flyte.org/flyteorg/" + image)
  }

  private func copilotImage(_ name: String, _ source: ChartSource) throws -> String? {
    let defaults = try release(name).defaults(ofChart: "flyte-binary", from: source, version: name)
    return defaults?.settings["co-pilot"]?["image"]?.string
  }

  @Test(arguments: [
    ("v1.9.4", "v1.1.116"), ("v1.9.36", "v1.9.4"), ("v1.10.5", "v1.9.37"), ("v1.10.6", "v1.10.6"),
    ("v1.11.1-b0", "v1.11.0-b0"), ("v1.15.2", "1.15.1"), ("v1.15.3", "v1.15.3"),
    ("v1.16.1", "v1.16.0"), ("v1.16.8", "v1.16.8"),
  ])
  func knowsTheFlyteThatItsChartsRun(name: String, tag: String) throws {
    func flyteTag(_ chart: String, _ source: ChartSource) throws -> String? {
      try release(name).defaults(ofChart: chart, from: source, version: name)?.flyteTag
    }
    #expect(try flyteTag("flyte-core", .source) == tag)
    #expect(try flyteTag("flyte", .source) == tag)
    #expect(try flyteTag("flyte-binary", .source) == "latest")
    for chart in try release(name).charts { #expect(try flyteTag(chart, .published) == name) }
  }

  @Test func chartsOfTheFirstV2ReleasesWereNotPublished() throws {
    for (name, tag) in [("v2.0.8", "latest"), ("v2.0.19", "latest"), ("v2.0.20", "v2.0.20")] {
      let defaults = try release(name).defaults(
        ofChart: "flyte-binary", from: .published, version: name)
      #expect(defaults?.flyteTag == tag)
    }
  }

  @Test func theVersionOfAForkIsThatOfItsImages() throws {
    let release = try release("v1.15.3")
    func defaults(_ source: ChartSource) -> ChartDefaults? {
      release.defaults(ofChart: "flyte-core", from: source, version: "v1.15.3-acme")
    }
    #expect(defaults(.published)?.flyteTag == "v1.15.3-acme")
    #expect(defaults(.source)?.flyteTag == nil)
  }

  @Test func knowsWhatChartsSetBesides() throws {
    func settings(_ name: String, _ chart: String) throws -> PlainValue? {
      try release(name).defaults(ofChart: chart, from: .published, version: name)?.settings
    }
    #expect(try settings("v1.9.2", "flyte-core")?["default-memory"]?.string == "100Mi")
    #expect(try settings("v1.16.8", "flyte")?["default-memory"]?.string == "200Mi")
    #expect(try settings("v1.16.8", "flyte-binary")?["default-memory"] == nil)
    let key = "storage-config-secret-name"
    #expect(try settings("v2.0.40", "flyte-binary")?["co-pilot"]?[key] == nil)
    #expect(try settings("v2.0.41", "flyte-binary")?["co-pilot"]?[key] != nil)
  }

  @Test func hasNoChartsAtTheStartOfV2() throws {
    #expect(try release("v1.16.8").charts == ["flyte-core", "flyte", "flyte-binary"])
    #expect(try release("v2.0.7").charts.isEmpty)
    for chart in ["flyte-binary", "flyte-core"] {
      let none = try release("v2.0.7").defaults(ofChart: chart, from: .source, version: "v2.0.7")
      #expect(none == nil)
    }
    #expect(try release("v2.0.8").charts == ["flyte-binary"])
  }

  @Test func findsNamespacesByLine() throws {
    #expect(try release("v1.16.8").namespaceRule == .template)
    #expect(try release("v2.0.7").namespaceRule == .single)
    #expect(try release("v2.0.13").namespaceRule == .fixed)
    #expect(try release("v2.0.14").namespaceRule == .single)
  }

  /// A tag that no release has stops the program where a fact names it.
  @Test func everyFactNamesReleasesThatThereAre() throws {
    for release in Release.all {
      #expect(release.behaviors.facts.count > 5)
      #expect(release.apiMinor >= 24)
      for chart in release.charts {
        #expect(release.defaults(ofChart: chart, from: .source, version: release.name) != nil)
      }
      _ = release.namespaceRule
      #expect(release.reads(copilotKey: "image"))
      #expect(!release.reads(settingsKey: "no-such-key"))
    }
    for key in [
      "name", "image", "start-timeout", "timeout", "storage-config-override",
      "storage-config-secret-name",
    ] {
      #expect(Release.firstReading(copilotKey: key) != nil)
    }
    #expect(Release.firstReading(settingsKey: "image-pull-policy")?.name == "v1.12.0-b0")
  }

  @Test func readsTheKeysOfItsTime() throws {
    #expect(try release("v1.15.3").reads(copilotKey: "start-timeout"))
    #expect(try !release("v1.15.3").reads(copilotKey: "timeout"))
    #expect(try !release("v1.16.0").reads(copilotKey: "start-timeout"))
    #expect(try !release("v1.11.0").reads(settingsKey: "image-pull-policy"))
    #expect(try release("v1.12.0").reads(settingsKey: "image-pull-policy"))
    #expect(Release.firstReading(copilotKey: "storage-config-secret-name")?.name == "v2.0.41")
    #expect(Release.firstReading(copilotKey: "watcher") == nil)
  }
}
