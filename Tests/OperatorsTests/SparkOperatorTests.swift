import Flyte
import Operators
import Testing

/// Spark's pods.
@Suite struct SparkOperatorTests {
  private static let both = ["driver", "executor"]

  @Test(arguments: [
    ("v1.16.6", "1.6.2", true, both), ("v1.16.8", "1.3.8", true, both),
    ("v1.16.8", "1.6.2", true, []), ("v1.16.8", "1.6.2", false, both),
    ("v1.16.8", "2.5.2", true, []), ("v2.0.43", "2.0.2", true, both),
    ("v2.0.43", "2.1.0", true, []), ("v2.0.43", "2.5.2", false, []),
  ])
  func bothDecide(flyte: String, version: String, webhook: Bool, refused: [String]) throws {
    var settings = Operator.Settings()
    settings.webhook = webhook
    #expect(try Runs(.spark, on: flyte, version, settings).refused == refused)
  }

  /// From v2.0.41 on a pod of the task's own replaces the template.
  @Test(arguments: [
    ("v1.16.8", "2.5.2", []), ("v2.0.40", "2.5.2", []), ("v2.0.43", "2.5.2", both),
  ])
  func aPodOfTheTasksOwnReplacesTheTemplate(
    flyte: String, version: String, refused: [String]
  ) throws {
    #expect(try Runs(.sparkOwnPods, on: flyte, version).refused == refused)
  }

  /// From 2.1.1 on the webhook takes the first container in place of one with Spark's name.
  @Test func theWebhookDeniesAnotherName() throws {
    #expect(try Runs.outcome(.spark, on: "v2.0.40", "2.1.0") == .refused(.containerMissing))
    #expect(try Runs(.spark, on: "v2.0.40", "2.1.1").refused.isEmpty)
  }

  @Test func theWebhookIsOnFromTwoOn() throws {
    #expect(try Runs(.spark, on: "v1.16.8", "2.5.2").refused.isEmpty)
    #expect(try Runs(.spark, on: "v1.16.8", "1.6.2").refused == Self.both)
  }
}
