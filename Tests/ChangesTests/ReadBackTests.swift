import Changes
import Deployments
import Diagnostics
import Flyte
import Foundation
import Pipeline
import ReadBack
import TestSupport
import Testing

/// The deployments read back from generated files equal those that the files were made from.
@Suite struct ReadBackTests {
  static let configs: [String] = {
    let folder = "Tests/GoldenTests/Cases"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder))?.sorted() ?? []
    let all = names.map { "\(folder)/\($0)/config" }.map {
      FileManager.default.fileExists(atPath: $0) ? $0 : $0 + ".yaml"
    }
    return ["config"] + all
  }()

  @Test(arguments: configs) func aDeploymentComesBack(config: String) throws {
    var options = RunOptions()
    options.config = config
    var diagnostics = DiagnosticList()
    // Faulty configs are none of this test's.
    guard let plan = Walk(options: options).plan(into: &diagnostics) else { return }
    let side = try #require(plan.side(in: "generated", into: &diagnostics))
    #expect(Comparison.report(from: side, to: side).changes.isEmpty)
    for (planned, read) in zip(plan.clusters, side.clusters) {
      // The deployment that was planned has the pods of the one that was read back.
      let own = ComparedCluster(
        deployment: planned.deployment, facts: read.facts, overlay: read.overlay,
        patches: read.patches)
      let report = Comparison.report(
        from: ComparedSide(name: "plan", clusters: [own]),
        to: ComparedSide(name: "files", clusters: [read]))
      // Templates of the user's own may add labels that only the files have. Files do not have texts of the
      // user's own values that may be secrets.
      let others = report.changes.filter {
        ($0.field != nil || $0.meaning != .neutral) && !$0.path.description.hasPrefix("values.")
      }
      #expect(others.isEmpty, "\(report.words)")
      #expect(report.admissions.isEmpty)
      let hidden = report.pods.filter {
        !$0.field.hasPrefix("env[") && !$0.field.hasPrefix("metadata.labels")
      }
      #expect(hidden.isEmpty, "\(hidden)")
      #expect(
        planned.deployment.namespaces.map(\.name) == read.deployment.namespaces.map(\.name))
    }
  }
}
