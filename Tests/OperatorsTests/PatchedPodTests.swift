import Flyte
import Operators
import Testing
import Values

/// Pods of plugins whose Flyte was built with a patch for them.
@Suite struct PatchedPodTests {
  /// Of v1.10.7 KubeRay's own submitter stays refused; the sources of v1.10.7-b0 cannot be patched.
  @Test(arguments: [
    ("v1.16.8", "1.0.0", [ModeledPatch.rayAutoscaler], ["head"], []),
    ("v1.16.8", "1.7.0", [.rayAutoscaler], ["head"], []),
    ("v1.13.3", "1.3.2", [.rayAutoscaler], ["head"], []),
    ("v1.11.0", "1.1.1", [.rayAutoscaler, .rayInit], ["head", "worker:workers"], []),
    (
      "v1.10.7", "1.3.2", [.rayAutoscaler, .rayInit], ["head", "worker:workers", "submitter"],
      ["submitter"]
    ),
    (
      "v1.10.7-b0", "1.3.2", [.rayAutoscaler], ["head", "worker:workers", "submitter"],
      ["head", "worker:workers", "submitter"]
    ),
    ("v2.0.43", "1.6.2", [.rayAutoscaler, .raySubmitter], ["head", "submitter"], []),
    ("v2.0.43", "1.6.2", [.rayAutoscaler], ["head", "submitter"], ["submitter"]),
  ])
  func ray(
    flyte: String, version: String, patches: [ModeledPatch], before: [String], after: [String]
  ) throws {
    #expect(try Runs(.rayAutoscaling, on: flyte, version).refused == before)
    #expect(
      try Runs(.rayAutoscaling, on: flyte, version, patches: patches).refused == after)
  }

  /// Where no template has any effect, the two settings of security contexts would; without them a
  /// patch has nothing to send.
  @Test func aPatchHasNothingToSendWhereTheHeadIsBare() throws {
    let patches: [ModeledPatch] = [.rayAutoscaler, .raySubmitter]
    let run = try Runs(.rayAutoscaling, on: "v2.0.28", "1.6.2", patches: patches)
    #expect(run.refused == ["head", "worker:workers", "submitter"])
    let sent = try Runs.resource(.rayAutoscaling, on: "v2.0.28", patches: patches).value
    #expect(sent["spec"]?["rayClusterSpec"]?["autoscalerOptions"] == nil)
  }

  @Test func onlyAJobThatScalesHasOptionsOfTheAutoscaler() throws {
    let patches: [ModeledPatch] = [.rayAutoscaler]
    let plain = try Runs.resource(.ray, on: "v1.16.8", patches: patches).value
    #expect(plain["spec"]?["rayClusterSpec"]?["autoscalerOptions"] == nil)
    let scaling = try Runs.resource(.rayAutoscaling, on: "v1.16.8", patches: patches).value
    let options = scaling["spec"]?["rayClusterSpec"]?["autoscalerOptions"]
    #expect(options?["securityContext"]?["allowPrivilegeEscalation"] == .bool(false))
  }

  /// Up to v2.0.1 the submitter is a copy of the head's pod, and only its container is bare.
  @Test func theFirstSubmittersOfTwoHaveTheHeadsPod() throws {
    let template = try Runs.resource(.ray, on: "v2.0.1").value["spec"]?["submitterPodTemplate"]
    #expect(template?["spec"]?["containers"]?.items.count == 1)
    #expect(template?["spec"]?["containers"]?.items[0]["name"] == .string("ray-job-submitter"))
    #expect(template?["spec"]?["tolerations"] == nil)
  }

  /// The operator must know both fields, and set them with its webhook.
  @Test(arguments: [
    ("v1.16.6", "1.6.2", true, []), ("v1.16.6", "2.5.2", true, []),
    ("v1.16.6", "1.6.2", false, ["driver", "executor"]),
    ("v1.16.6", "1.3.8", true, ["driver", "executor"]), ("v1.9.18", "2.0.2", true, []),
    ("v1.9.17", "2.0.2", true, ["driver", "executor"]), ("v1.16.8", "2.0.2", true, []),
    ("v2.0.38", "2.1.1", true, []),
  ])
  func spark(flyte: String, version: String, webhook: Bool, refused: [String]) throws {
    var settings = Operator.Settings()
    settings.webhook = webhook
    let run = try Runs(.spark, on: flyte, version, settings, patches: [.sparkContexts])
    #expect(run.refused == refused)
  }

  /// The operator must take a template; before, the task's own pods are not sent at all.
  @Test(arguments: [
    ("v2.0.41", "2.1.0", true, []), ("v2.0.43", "2.5.2", true, []),
    ("v2.0.43", "2.5.2", false, []), ("v2.0.43", "2.0.2", true, ["driver", "executor"]),
  ])
  func sparkOwnPods(flyte: String, version: String, webhook: Bool, refused: [String]) throws {
    var settings = Operator.Settings()
    settings.webhook = webhook
    let both = ["driver", "executor"]
    #expect(try Runs(.sparkOwnPods, on: flyte, version, settings).refused == both)
    let run = try Runs(.sparkOwnPods, on: flyte, version, settings, patches: [.sparkOwnPods])
    #expect(run.refused == refused)
  }
}
