import Diagnostics
import Model
import Testing

@testable import Config

/// The limits on the size of a config's meaning: each by a text that means more in a few kilobytes,
/// or by sizes for which looking at each of each would never end.
@Suite struct LimitTests {
  private func list(_ count: Int, _ text: (Int) -> String) -> String {
    "[" + (0..<count).map(text).joined(separator: ", ") + "]"
  }

  @Test func namespacesAreCountedBeforeTheyAreMade() {
    var sample = Sample()
    let projects = list(10_000) { "p\($0)" }
    sample.namespaces =
      "namespaces: [{ projects: \(projects), domains: \(list(10_000) { "d\($0)" }) }]"
    #expect(
      sample.faults.first?.hasSuffix("the cluster has more than 200000 namespaces") == true,
      "\(sample.faults)")
    // Several entries count together.
    let half = "{ projects: \(list(1_001) { "p\($0)" }), domains: \(list(100) { "d\($0)" }) }"
    sample.namespaces =
      "namespaces: [\(half), \(half.replacing("p", with: "q").replacing("qrojects", with: "projects"))]"
    #expect(sample.faults.first?.contains("more than 200000 namespaces") == true)
  }

  @Test func clustersShareARoomForNamespaces() {
    let names = "[{ projects: \(list(500) { "p\($0)" }), domains: \(list(300) { "d\($0)" }) }]"
    let text = """
      apiVersion: flyte-harden/v1
      profiles: { s: { extends: builtin/restricted } }
      clusterDefaults:
        flyte: { version: v1.16.8 }
        kubernetes: { version: "1.31" }
        namespaces: \(names)
        assign: [{ profile: s }]
      clusters: { a: {}, b: {}, c: {} }
      """
    let faults = Sample.faults(Sample.check(text).list)
    #expect(faults.contains { $0.contains("more than 400000 namespaces in total") }, "\(faults)")
  }

  @Test func clustersAndLinesAreCounted() {
    let defaults = """
      apiVersion: flyte-harden/v1
      profiles: { s: { extends: builtin/restricted } }
      clusterDefaults:
        flyte: { version: v1.16.8 }
        kubernetes: { version: "1.31" }
        namespaces: [{ name: x }]

      """
    func clusters(_ count: Int) -> String {
      "clusters: { " + (0..<count).map { "c\($0): {}" }.joined(separator: ", ") + " }\n"
    }
    let many = Sample.check(defaults + "  assign: [{ profile: s }]\n" + clusters(1_001)).list
    #expect(Sample.faults(many).contains { $0.hasSuffix("the config has more than 1000 clusters") })
    let lines = list(2_001) { _ in "{ profile: s }" }
    let long = Sample.check(defaults + "  assign: \(lines)\n" + clusters(100)).list
    #expect(
      Sample.faults(long).contains { $0.contains("more than 200000 lines of 'assign'") },
      "\(Sample.faults(long).last ?? "")")
  }

  /// Each line for each namespace would be 400 million questions.
  @Test func linesAreFoundAndNotSearched() {
    let count = 20_000
    var sample = Sample()
    // Else the line for all gives the fallback its profile.
    sample.cluster = ["podTemplate: { fallback: false }"]
    sample.namespaces =
      "namespaces: " + list(count) { "{ name: n\($0), project: p\($0), domain: d }" }
    sample.assign =
      "assign: [{ profile: s }, "
      + list(count) { "{ project: p\($0), domain: [d, d], profile: s }" }.dropFirst()
    let (model, found) = sample.checked()
    #expect(model?.clusters.first?.namespaces.count == count)
    #expect(Sample.faults(found).count == 1, "the line for all never wins")
  }

  @Test func combinationsOfALineAreCounted() {
    var sample = Sample()
    sample.assign =
      "assign: [{ profile: s }, { project: \(list(1_001) { "p\($0)" }), domain: \(list(1_000) { "d\($0)" }), profile: s }]"
    #expect(
      sample.faults.contains { $0.contains("'assign' names more than 1000000 combinations") },
      "\(sample.faults)")
  }

  @Test func namedTemplatesAreCounted() {
    var sample = Sample()
    let templates = (0..<2_000).map { "t\($0): s" }.joined(separator: ", ")
    sample.namespaces = "namespaces: " + list(200) { "{ name: n\($0), project: p\($0) }" }
    sample.assign =
      "assign: [{ profile: s, templates: { \(templates) } }, "
      + list(200) { "{ project: p\($0), templates: { u\($0): s } }" }.dropFirst()
    #expect(
      sample.faults.contains { $0.contains("gives more than 200000 named templates") },
      "\(sample.faults.first ?? "")")
  }

  @Test func profilesAreCountedAsTheyAreLaidOut() {
    var sample = Sample()
    let annotations = (0..<5_000).map { "a\($0): x" }.joined(separator: ", ")
    sample.profile = "extends: builtin/restricted, podMetadata: { annotations: { \(annotations) } }"
    sample.profiles = (0..<300).map { "x\($0): { extends: s, podSecurity: { level: baseline } }" }
    #expect(
      sample.faults.contains { $0.contains("have more than 500000 values") }, "\(sample.faults)")
  }

  /// Containers of a profile's own have all that it says of containers of their kind.
  @Test func containersOfAProfilesOwnAreCountedAsTheyAreLaidOut() {
    var sample = Sample()
    let variables = list(1_000) { "{ name: A\($0), value: b }" }
    let own = list(400) { "{ name: i\($0), image: x:1 }" }
    let body = "initContainers: { env: \(variables) }, pod: { initContainers: \(own) }"
    sample.profile = "extends: builtin/restricted, \(body)"
    #expect(
      sample.faults.contains { $0.contains("have more than 500000 values") }, "\(sample.faults)")
    // As well where no line gives the profile.
    sample.profile = "extends: builtin/restricted"
    sample.profiles = ["x: { podSecurity: { level: baseline }, \(body) }"]
    #expect(
      sample.faults.contains { $0.contains("have more than 500000 values") }, "\(sample.faults)")
  }

  /// A profile is laid out once, and its template is made for each set of them.
  @Test func templatesOfAllSetsAreCounted() {
    var sample = Sample()
    let annotations = (0..<5_000).map { "a\($0): x" }.joined(separator: ", ")
    sample.profiles = ["big: { podMetadata: { annotations: { \(annotations) } } }"]
    sample.namespaces = "namespaces: " + list(300) { "{ name: n\($0), project: p\($0) }" }
    sample.assign =
      "assign: [{ profile: s, templates: { t: big } }, "
      + list(300) { "{ project: p\($0), templates: { u\($0): s } }" }.dropFirst()
    #expect(
      sample.faults.contains {
        $0.contains("PodTemplates that 'assign' gives have more than 200000 values in total")
      }, "\(sample.faults)")
  }

  @Test func bytesOfTemplatesAreCounted() {
    var sample = Sample()
    let text = String(repeating: "x", count: 20_000)
    sample.profile = "extends: builtin/restricted, podMetadata: { annotations: { a: \(text) } }"
    sample.namespaces =
      "namespaces: [{ projects: \(list(2_000) { "p\($0)" }), domains: \(list(60) { "d\($0)" }) }]"
    #expect(
      sample.faults.contains {
        $0.contains("the PodTemplates of all namespaces have more than 2 GiB in total")
      }, "\(sample.faults)")
    let large = "containers: { env: \(list(700) { _ in "{ name: A, value: *text }" }) }"
    sample.profile =
      "podMetadata: { annotations: { a: &text \(String(repeating: "x", count: 50_000)) } }, \(large), extends: builtin/restricted"
    #expect(
      sample.faults.contains {
        $0.contains("PodTemplates that 'assign' gives have more than 32 MiB in total")
      }, "\(sample.faults)")
  }

  @Test func aTextThatNamesSomethingHasALimit() {
    var sample = Sample()
    let long = String(repeating: "p", count: 4_097)
    sample.namespaces = "namespaces: [{ projects: [\(long)], domains: [dev] }]"
    #expect(
      sample.faults.contains { $0.hasSuffix("has 4097 bytes; at most 4096 are allowed") },
      "\(sample.faults)")
  }

  @Test func aNamespaceTemplateMakesNoHugeNames() {
    var sample = Sample()
    sample.flyte =
      "version: v1.16.8, namespaceTemplate: \""
      + String(repeating: "{{ project }}", count: 300) + "\""
    sample.namespaces =
      "namespaces: [{ projects: [\(String(repeating: "p", count: 4_000))], domains: [dev] }]"
    #expect(sample.faults.first?.hasPrefix("namespace/wrong") == true, "\(sample.faults)")
    #expect(sample.faults.allSatisfy { $0.utf8.count < 1_000 })
  }

  /// Every misspelled name against every name would be 40 million comparisons of texts.
  @Test func nobodyWaitsForThousandsOfHints() {
    var sample = Sample()
    sample.namespaces = "namespaces: " + list(20_000) { "{ name: a-namespace-number-\($0) }" }
    sample.assign =
      "assign: [{ profile: s }, "
      + list(2_000) { "{ namespace: an-amespace-number-\($0)-x, profile: s }" }.dropFirst()
    let found = sample.checked().list
    #expect(found.diagnostics.count == DiagnosticList.longest)
    #expect(found.passedOver(.warning) == 1_000)
  }
}
