import Foundation
import Testing

@testable import conformance

/// A part of the pods that flyteplugins' own code built, chosen so that every release and patch and
/// every kind of leak is in it.
@Suite struct OracleTests {
  @Test func buildsThePodsThatFlyteBuilds() throws {
    let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Data").path
    let reports = try FlyteConformance.run(folder)
    #expect(
      reports.map(\.name) == ["effective pods", "next runs", "later tasks", "api server"])
    for report in reports {
      #expect(report.total > 100)
      #expect(report.differences.prefix(3) == [])
    }
  }

  /// A part of the pods that Flyte's own secret webhook answered for: every manager, on every release
  /// of the data.
  @Test func doesToPodsWhatTheSecretWebhookDoes() throws {
    let folder = try #require(Bundle.module.resourceURL).appendingPathComponent("Data").path
    let report = try SecretConformance.run(folder)
    #expect(report.total > 500)
    #expect(report.differences.prefix(3) == [])
  }
}
