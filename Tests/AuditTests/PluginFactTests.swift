import Flyte
import Manifests
import Testing

@testable import Audit

/// The facts about plugins whose operator is not named, or is of a version that the model does not cover.
@Suite struct PluginFactTests {
  /// The first release of each plugin that not every release has, and the line that has it.
  private static let first: [FlytePlugin: (line: Release.Line, tag: String)] = [
    .jobset: (.v2, "v2.0.18"), .apps: (.v2, "v2.0.13"), .array: (.v1, "v1.9.2"),
    .deviceClasses: (.v2, "v2.0.0-alpha16"),
  ]

  @Test(arguments: FlytePlugin.allCases)
  func aReleaseHasAPluginIfTheTableSaysSo(plugin: FlytePlugin) throws {
    for release in Release.all {
      let isExpected =
        try Self.first[plugin].map { line, tag in
          try release.line == line && release >= #require(Release.named(tag))
        } ?? true
      #expect(release.has(plugin) == isExpected, "\(release.name)")
      let hasRow = PluginFactRow.all.contains {
        $0.fact.plugin == plugin && $0.holds(at: release)
      }
      #expect(hasRow == isExpected, "\(release.name)")
    }
  }

  /// A row that says what a setting or a task does holds from the release on that reads it.
  @Test(arguments: [
    ("head with 'enable_autoscaling'", "v1.10.6", "v1.10.7"),
    ("head with 'plugins.ray.logsSidecar'", "v1.10.5", "v1.10.6"),
  ])
  func rowsBeginWhereTheSettingIsRead(pods: String, without: String, with: String) throws {
    for (name, count) in [(without, 0), (with, 1)] {
      let release = try #require(Release.named(name))
      #expect(PluginFact.of([.ray], at: release).filter { $0.pods == pods }.count == count)
    }
  }

  /// Each kind of Ray's and Spark's pods that every release makes is told once at every release.
  @Test func noReleaseIsLeftOut() {
    for release in Release.all {
      let kinds = ["head", "worker", "submitter"]
      let ray = PluginFact.of([.ray], at: release).map(\.pods)
      #expect(ray.filter { kinds.contains($0) }.sorted() == kinds.sorted(), "\(release.name)")
      let spark = PluginFact.of([.spark], at: release).map(\.pods)
      #expect(spark.filter { $0 == "driver and executor" }.count == 1, "\(release.name)")
    }
  }

  /// Pods that are not admitted come with a fix, unless there is no pod.
  @Test func everyRefusalHasAFix() {
    for row in PluginFactRow.all where row.fact.verdict == .refused {
      #expect(row.fact.fix != nil, "\(row.fact.pods)")
    }
  }

  @Test(arguments: [
    ("v1.9.2", "worker", PluginFact.Verdict.refused), ("v1.12.0", "worker", .admitted),
    ("v1.10.7", "submitter", .refused), ("v1.13.3", "submitter", .admitted),
    ("v2.0.40", "submitter", .refused), ("v2.0.28", "head", .depends),
    ("v2.0.29", "head", .admitted),
  ])
  func rayDependsOnTheRelease(
    version: String, pods: String, verdict: PluginFact.Verdict
  ) throws {
    let release = try #require(Release.named(version))
    let facts = PluginFact.of([.ray], at: release).filter { $0.pods == pods }
    #expect(facts.map(\.verdict) == [verdict])
  }

  /// A kind of pod is told once: by its plugin, or as not covered.
  @Test func whatIsNamedIsNoLongerInTheList() throws {
    let release = try #require(Release.named("v2.0.43"))
    #expect(!NotCovered.of(release, besides: [.ray]).contains { $0.pods.hasPrefix("Ray") })
    let rest = NotCovered.of(release, besides: [.mpi]).map(\.pods)
    #expect(rest.contains("TensorFlow workers") && !rest.contains { $0.contains("MPI") })
    #expect(NotCovered.of(release, besides: FlytePlugin.allCases).isEmpty)
  }

  @Test func nothingIsSaidToPass() throws {
    let release = try #require(Release.named("v1.16.8"))
    for fact in PluginFact.of(FlytePlugin.allCases, at: release) {
      #expect(fact.verdict.words != AuditVerdict.admitted.words)
    }
  }
}
