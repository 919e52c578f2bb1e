import APIServer
import Judges
import PodAPI
import Testing
import Values

/// What LimitRanges put into pods, and what they do not take.
@Suite struct LimitRangerTests {
  private func range(_ items: LimitItem..., name: String = "limits") -> LimitRange {
    LimitRange(name: name, items: items)
  }

  private func outcomes(_ ranges: [LimitRange], _ pod: SubmittedPod) -> [JudgeOutcome] {
    JudgeChain(
      server: SamplePod.server, judges: [LimitRanger(ranges, on: SamplePod.server.release)]
    ).outcomes(of: pod)
  }

  @Test func defaultsOfContainersComeFromTheOtherAmounts() {
    let item = LimitItem(
      .container, min: .amounts(["memory": "1Mi"]), max: .amounts(["cpu": "2"]))
    #expect(item.defaultLimits == .amounts(["cpu": "2"]))
    #expect(item.defaultRequests == .amounts(["cpu": "2", "memory": "1Mi"]))
    #expect(LimitItem(.pod, max: .amounts(["cpu": "2"])).defaultLimits.isEmpty)
  }

  @Test func everyContainerGetsWhatItLacks() throws {
    let pod = try SamplePod.container(
      #""limits": {"cpu": "1"}"#, more: SamplePod.initContainer("first"))
    let item = LimitItem(
      .container, limits: .amounts(["cpu": "500m", "nvidia.com/gpu": "1"]),
      requests: .amounts(["cpu": "100m"]))
    let kept = try #require(outcomes([range(item)], pod).first?.pod)
    // The limit of its own is its request too.
    #expect(kept["spec/containers/0/resources/requests/cpu"]?.string == "1")
    #expect(kept["spec/initContainers/0/resources/requests/cpu"]?.string == "100m")
    #expect(kept["spec/initContainers/0/resources/limits/cpu"]?.string == "500m")
    #expect(
      kept[annotation: "kubernetes.io/limit-ranger"]
        == "LimitRanger plugin set: nvidia.com/gpu request for container main; "
        + "nvidia.com/gpu limit for container main; "
        + "cpu, nvidia.com/gpu request for init container first; "
        + "cpu, nvidia.com/gpu limit for init container first")
  }

  @Test func nothingPutInLeavesThePodAsItIs() throws {
    let pod = try SamplePod.container(#""limits": {"cpu": "1"}"#)
    let item = LimitItem(.container, limits: .amounts(["cpu": "2"]))
    #expect(outcomes([range(item)], pod) == outcomes([], pod))
  }

  @Test func aDefaultUnderTheRequestBreaksTheServersRules() throws {
    let pod = try SamplePod.container(#""requests": {"cpu": "1"}"#)
    let item = LimitItem(.container, limits: .amounts(["cpu": "500m"]))
    guard case .refused(.server(let refused), _)? = outcomes([range(item)], pod).first else {
      Issue.record("not refused by the server")
      return
    }
    #expect(refused.code == 422)
    #expect(refused.refusals.map(\.path) == ["spec.containers[0].resources.requests"])
  }

  @Test(arguments: [
    (#""requests": {"cpu": "50m"}"#, "minimum cpu usage per Pod is 100m, but request is 50m"),
    ("", "minimum cpu usage per Pod is 100m.  No request is specified"),
    (#""limits": {"cpu": "3"}"#, "maximum cpu usage per Pod is 2, but limit is 3"),
    (#""requests": {"cpu": "1"}"#, "maximum cpu usage per Pod is 2.  No limit is specified"),
    (
      #""limits": {"cpu": "2"}, "requests": {"cpu": "200m"}"#,
      "cpu max limit to request ratio per Pod is 4, but provided ratio is 10.000000"
    ),
  ])
  func aPodIsHeldAgainstEachBound(resources: String, words: String) throws {
    let item = LimitItem(
      .pod, min: .amounts(["cpu": "100m"]), max: .amounts(["cpu": "2"]),
      ratio: .amounts(["cpu": "4"]))
    let found = outcomes([range(item)], try SamplePod.container(resources)).first?.words
    #expect(found?.contains(words) == true, "\(found ?? "let in")")
  }

  @Test func aRatioNeedsBothAmounts() throws {
    let item = LimitItem(.container, ratio: .amounts(["cpu": "2"]))
    func words(_ resources: String) throws -> String? {
      outcomes([range(item)], try SamplePod.container(resources)).first?.words
    }
    let start = "cpu max limit to request ratio per Container is 2, but no"
    #expect(try words("") == "\(start) request is specified or request is 0")
    #expect(
      try words(#""requests": {"cpu": "1"}"#) == "\(start) limit is specified or limit is 0")
    #expect(try words(#""limits": {"cpu": "1"}, "requests": {"cpu": "500m"}"#) == nil)
  }

  @Test func equalFaultsAreToldOnceAndInitContainersCount() throws {
    let pod = try SamplePod.container(
      #""limits": {"memory": "2Gi"}"#,
      more: SamplePod.initContainer("first", #", "resources": {"limits": {"memory": "2Gi"}}"#))
    let item = LimitItem(.container, max: .amounts(["memory": "1Gi"]))
    let outcome = try #require(outcomes([range(item)], pod).first)
    #expect(outcome.words == "maximum memory usage per Container is 1Gi, but limit is 2Gi")
    guard case .refused(.limits(let refusal), _) = outcome else {
      Issue.record("not refused by the LimitRange")
      return
    }
    #expect(refusal.violations.map { $0.container?.text } == ["main", "first"])
  }

  @Test func thePodsOwnResourcesStandForThoseOfItsContainers() throws {
    let pod = try SamplePod.container(
      #""limits": {"cpu": "1"}"#,
      more: #", "resources": {"limits": {"cpu": "4"}, "requests": {"cpu": "4"}}"#)
    let item = LimitItem(.pod, max: .amounts(["cpu": "2"]))
    #expect(
      outcomes([range(item)], pod).first?.words
        == "maximum cpu usage per Pod is 2, but limit is 4")
  }

  @Test func overheadIsNoPartOfAPodsLimit() throws {
    let pod = try SamplePod.container(
      #""limits": {"cpu": "2"}"#, more: #", "runtimeClassName": "r", "overhead": {"cpu": "1"}"#)
    #expect(
      outcomes([range(LimitItem(.pod, max: .amounts(["cpu": "2"])))], pod).first?.words == nil)
  }

  @Test func otherTypesDoNothingToPods() throws {
    let item = LimitItem(LimitItem.Kind("PersistentVolumeClaim"), min: .amounts(["storage": "1Gi"]))
    let pod = try SamplePod.container()
    #expect(outcomes([range(item)], pod) == outcomes([], pod))
  }

  @Test func twoLimitRangesHaveTheOutcomesOfEachOrder() throws {
    let first = range(LimitItem(.container, max: .amounts(["cpu": "2"])), name: "a")
    let second = range(LimitItem(.container, max: .amounts(["cpu": "1"])), name: "b")
    let found = outcomes([first, second], try SamplePod.container())
    #expect(found.count == 2)
    #expect(
      found.compactMap(\.words) == ["maximum cpu usage per Container is 1, but limit is 2"])
    #expect(
      found.compactMap { $0.pod?["spec/containers/0/resources/limits/cpu"]?.string } == ["1"])
  }
}
