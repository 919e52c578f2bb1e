import Flyte
import Manifests
import Testing

@testable import Audit

/// The facts about plugins that are not modeled.
@Suite struct PluginFactTests {
  @Test func everyPluginHasAFactAtEveryRelease() {
    for release in Release.all {
      for plugin in FlytePlugin.allCases {
        #expect(!PluginFact.of([plugin], at: release).isEmpty, "\(plugin) \(release.name)")
      }
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
    #expect(NotCovered.of(release, besides: [.mpi]).contains { $0.pods.hasPrefix("TensorFlow") })
    #expect(NotCovered.of(release, besides: FlytePlugin.allCases).isEmpty)
  }

  @Test func nothingIsSaidToPass() throws {
    let release = try #require(Release.named("v1.16.8"))
    for fact in PluginFact.of(FlytePlugin.allCases, at: release) {
      #expect(fact.verdict.words != AuditVerdict.admitted.words)
    }
  }
}
