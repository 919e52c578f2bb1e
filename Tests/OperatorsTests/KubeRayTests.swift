import Flyte
import Operators
import Testing
import Values

/// Ray's pods.
@Suite struct KubeRayTests {
  /// The submitter is a copy of the task's pod in v1, and bare in v2.
  @Test(arguments: [
    ("v1.10.7", "1.3.2", ["worker:workers", "submitter"]), ("v1.12.0", "1.3.2", []),
    ("v1.16.8", "1.3.2", []), ("v2.0.43", "1.3.2", ["submitter"]),
  ])
  func theReleaseDecides(flyte: String, version: String, refused: [String]) throws {
    #expect(try Runs(.ray, on: flyte, version).refused == refused)
  }

  @Test func theAutoscalerGetsNoTemplate() throws {
    let run = try Runs(.rayAutoscaling, on: "v1.16.8", "1.3.2")
    #expect(run.refused == ["head"])
    #expect(run.containers(of: "head").last == "autoscaler")
  }

  @Test func workersWaitUnlessTheOperatorIsToldNotTo() throws {
    let usual = try Runs(.ray, on: "v1.16.8", "1.3.2")
    #expect(usual.containers(of: "worker:workers").first == "wait-gcs-ready")
    var settings = Operator.Settings()
    settings.initContainer = false
    let other = try Runs(.ray, on: "v1.16.8", "1.3.2", settings)
    #expect(!other.containers(of: "worker:workers").contains("wait-gcs-ready"))
  }

  private func mode(_ name: String) -> PlainValue {
    .fields([("submissionMode", .string(name))])
  }

  /// 1.0 drops the mode, so its own submitter comes back.
  @Test(arguments: [("1.0.0", ["submitter"]), ("1.1.1", []), ("1.7.0", [])])
  func httpModeNeedsNoSubmitter(version: String, refused: [String]) throws {
    let run = try Runs(.ray, on: "v2.0.43", version, ray: mode("HTTPMode"))
    #expect(run.refused == refused)
  }

  @Test(arguments: [("1.0.0", false), ("1.1.1", true), ("1.4.2", true), ("1.5.2", false)])
  func sidecarModeStartsNothingBeforeItIsKnown(version: String, isObstacle: Bool) throws {
    let sent = try Runs.resource(.ray, on: "v2.0.43", ray: mode("SidecarMode"))
    let known = try #require(OperatorVersion(version))
    let runner = try #require(Operator(of: .ray, version: known))
    #expect((runner.obstacle(to: sent.value) != nil) == isObstacle)
  }

  /// A group's own pod is merged into the task's, so nothing of the template is lost.
  @Test(arguments: ["v1.14.1", "v1.16.8"])
  func aGroupsOwnPodKeepsTheTemplate(flyte: String) throws {
    #expect(try Runs(.rayOwnPods, on: flyte, "1.3.2").refused.isEmpty)
  }

  @Test func oldOperatorsDoNotServeNewResources() throws {
    let outcome = try Runs.outcome(.ray, on: "v1.16.8", "0.6.0")
    #expect(outcome == .refused(.notServed(apiVersion: "ray.io/v1")))
  }
}
