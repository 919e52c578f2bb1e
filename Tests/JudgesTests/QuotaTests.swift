import APIServer
import Judges
import PodAPI
import Testing

/// What ResourceQuotas count of pods, and whom they refuse.
@Suite struct QuotaTests {
  private let release = SamplePod.server.release

  private func refusals(_ quotas: [ResourceQuota], _ pod: SubmittedPod) -> [String] {
    QuotaJudge(quotas, on: release).refusals(of: pod).map(\.words)
  }

  private func quota(
    _ hard: KeyValuePairs<String, String>, used: KeyValuePairs<String, String> = [:],
    scopes: [QuotaScope] = [], name: String = "quota"
  ) -> ResourceQuota {
    ResourceQuota(name: name, hard: .amounts(hard), used: .amounts(used), scopes: scopes)
  }

  @Test func everyContainerMustNameCPUAndMemory() throws {
    let pod = try SamplePod.container(
      #""limits": {"cpu": "1"}"#, more: SamplePod.initContainer("first"))
    #expect(
      refusals([quota(["limits.cpu": "9", "limits.memory": "9Gi"])], pod) == [
        "failed quota: quota: must specify limits.cpu for: first; limits.memory for: first,main"
      ])
    // Zero is named, and other resources need no name.
    let zero = try SamplePod.container(#""requests": {"cpu": "0"}"#)
    #expect(refusals([quota(["cpu": "1", "requests.nvidia.com/gpu": "1"])], zero) == [])
    #expect(refusals([quota(["limits.ephemeral-storage": "1Gi"])], zero) == [])
  }

  @Test func aPodWithResourcesOfItsOwnIsNotAsked() throws {
    let pod = try SamplePod.container(more: #", "resources": {"limits": {"memory": "1Gi"}}"#)
    #expect(refusals([quota(["limits.cpu": "9"])], pod) == [])
    let old = QuotaJudge([quota(["limits.cpu": "9"])], on: ServerRelease(minor: 31))
    #expect(old.refusals(of: pod).count == 1)
  }

  @Test func theMessageNamesOnlyWhatIsTooMuch() throws {
    let pod = try SamplePod.container(#""limits": {"cpu": "2", "memory": "1Gi"}"#)
    #expect(
      refusals(
        [
          quota(
            ["limits.cpu": "3", "limits.memory": "4Gi", "pods": "1"],
            used: ["limits.cpu": "1500m"])
        ], pod) == [
          "exceeded quota: quota, requested: limits.cpu=2, used: limits.cpu=1500m, limited: limits.cpu=3"
        ])
  }

  @Test func aFullQuotaHasEnoughOfWhatAPodDoesNotNeed() throws {
    let pod = try SamplePod.container(#""requests": {"cpu": "0"}"#)
    #expect(refusals([quota(["requests.cpu": "1"], used: ["requests.cpu": "1"])], pod) == [])
    #expect(refusals([quota(["services": "0", "count/jobs.batch": "0"])], pod) == [])
  }

  @Test func whatRunsBeforeCountsWhereItNeedsMore() throws {
    let pod = try SamplePod.make(
      """
      "containers": [{"name": "main", "resources": {"requests": {"cpu": "1"}}}],
      "initContainers": [
        {"name": "proxy", "restartPolicy": "Always", "resources": {"requests": {"cpu": "1"}}},
        {"name": "first", "resources": {"requests": {"cpu": "3"}}}],
      "overhead": {"cpu": "250m"}
      """)
    let quota = quota(["cpu": "9", "limits.cpu": "9", "pods": "9", "count/pods": "9"])
    #expect(
      QuotaJudge([quota], on: release).used(of: quota, with: pod)
        == .amounts(["cpu": "4250m", "limits.cpu": "0", "pods": "1", "count/pods": "1"]))
  }

  @Test func extendedResourcesAndHugePagesCountByRequest() throws {
    let pod = try SamplePod.container(
      #""limits": {"nvidia.com/gpu": "2", "hugepages-2Mi": "4Mi", "cpu": "1"}"#)
    let quota = quota([
      "requests.nvidia.com/gpu": "1", "hugepages-2Mi": "2Mi", "requests.hugepages-2Mi": "2Mi",
    ])
    #expect(
      QuotaJudge([quota], on: release).used(of: quota, with: pod)
        == .amounts([
          "requests.nvidia.com/gpu": "2", "hugepages-2Mi": "4Mi", "requests.hugepages-2Mi": "4Mi",
        ]))
  }

  @Test(arguments: [
    ("Terminating", #", "activeDeadlineSeconds": 1"#, true), ("Terminating", "", false),
    ("NotTerminating", "", true), ("BestEffort", "", true),
    ("BestEffort", #", "resources": {"requests": {"cpu": "1"}}"#, false),
    ("NotBestEffort", #", "resources": {"requests": {"cpu": "1"}}"#, true),
    ("PriorityClass", #", "priorityClassName": "high""#, true), ("PriorityClass", "", false),
    (
      "CrossNamespacePodAffinity",
      #", "affinity": {"podAffinity": {"requiredDuringSchedulingIgnoredDuringExecution": [{"topologyKey": "zone", "namespaces": ["other"]}]}}"#,
      true
    ),
    ("CrossNamespacePodAffinity", "", false), ("VolumeAttributesClass", "", false),
  ])
  func aScopeHasSomePods(name: String, rest: String, isIn: Bool) throws {
    let scope = try #require(QuotaScope(name: name))
    let pod = try SamplePod.container(more: rest)
    #expect(refusals([quota(["pods": "0"], scopes: [scope])], pod).isEmpty == !isIn)
  }

  @Test(arguments: [
    ("In", "high", true), ("In", "low", false), ("In", "", false), ("NotIn", "high", false),
    ("NotIn", "low", true), ("NotIn", "", true), ("Exists", "low", true), ("Exists", "", false),
    ("DoesNotExist", "", true), ("DoesNotExist", "low", false),
  ])
  func classesAreSelectedByName(word: String, name: String, isIn: Bool) throws {
    let scope = try #require(
      QuotaScope(
        name: "PriorityClass", operator: word, values: word.contains("In") ? ["high"] : []))
    let pod = try SamplePod.container(
      more: name.isEmpty ? "" : #", "priorityClassName": "\#(name)""#)
    #expect(refusals([quota(["pods": "0"], scopes: [scope])], pod).isEmpty == !isIn)
  }

  @Test func aScopeDecidesBeforeAnythingIsAsked() throws {
    let scope = try #require(QuotaScope(name: "Terminating"))
    #expect(
      refusals([quota(["limits.cpu": "1"], scopes: [scope])], try SamplePod.container()) == [])
    #expect(QuotaScope(name: "Terminating", operator: "In", values: ["x"]) == nil)
    #expect(QuotaScope(name: "PriorityClass", operator: "In") == nil)
  }

  @Test func whatIsMissingGoesBeforeWhatIsTooMuch() throws {
    let pod = try SamplePod.container(#""requests": {"memory": "1Gi"}"#)
    let full = quota(["pods": "0"], name: "full")
    let asking = quota(["limits.cpu": "1"], name: "asking")
    #expect(
      refusals([full, asking], pod) == ["failed quota: asking: must specify limits.cpu for: main"])
    // Of two that are full, chance decides.
    #expect(refusals([full, quota(["count/pods": "0"], name: "other")], pod).count == 2)
  }

  @Test func aQuotaThatNobodyHasCountedRefusesNothing() throws {
    #expect(refusals([quota([:])], try SamplePod.container()) == [])
  }
}
