import Judges
import PodAPI
import Testing
import Values

/// What OpenShift's SCCs put into pods, and what they do not let in.
@Suite struct ConstraintTests {
  private static let namespace = NamespaceRanges(
    users: 1_000_000...1_009_999, groups: [2_000...2_009], level: "s0:c2,c1")

  private func judge(_ usable: [String], creator: [String] = []) -> ConstraintAdmission {
    ConstraintAdmission(
      SecurityContextConstraint.shipped, namespace: Self.namespace, byEveryAccount: TextSet(usable),
      byCreator: TextSet(creator))
  }

  private func pod(
    _ context: String = "", pod: String = "", annotations: String = ""
  ) throws -> SubmittedPod {
    try SamplePod.make(
      #""containers": [{"name": "main", "image": "i:1", "securityContext": {\#(context)}}]\#(pod)"#,
      annotations: annotations)
  }

  /// The faults by field, of the only SCC that can be used.
  private func faults(_ name: String, _ pod: SubmittedPod) -> [String] {
    guard
      case .refused(.constraints(let refusal), _)? = judge([name]).changes(to: pod).first,
      case .attempts(let attempts, _) = refusal.reason
    else { return [] }
    return attempts.flatMap { $0.faults.map(\.field.text) }
  }

  private func chosen(_ usable: [String], _ pod: SubmittedPod) -> String? {
    judge(usable).changes(to: pod).first?.pod?[annotation: "openshift.io/scc"]
  }

  @Test func theyAreTriedByPriorityThenByTightness() throws {
    guard
      case .refused(.constraints(let refusal), _)? = judge([]).changes(to: try pod()).first,
      case .attempts(let attempts, _) = refusal.reason
    else {
      Issue.record("let in")
      return
    }
    #expect(
      attempts.map(\.constraint.text) == [
        "anyuid", "restricted-v2", "restricted-v3", "restricted", "nested-container", "nonroot-v2",
        "nonroot", "hostmount-anyuid", "hostmount-anyuid-v2", "hostnetwork-v2", "hostnetwork",
        "hostaccess", "privileged",
      ])
  }

  @Test func restrictedV2FillsInTheNamespacesIds() throws {
    let kept = try #require(judge(["restricted-v2"]).changes(to: try pod()).first?.pod)
    let own = "spec/containers/0/securityContext"
    #expect(kept["\(own)/runAsUser"] == .integer(1_000_000))
    #expect(kept["\(own)/runAsNonRoot"] == .bool(true))
    #expect(kept["\(own)/allowPrivilegeEscalation"] == .bool(false))
    #expect(kept["\(own)/capabilities/drop"]?.items.compactMap(\.string) == ["ALL"])
    #expect(kept["spec/securityContext/fsGroup"] == .integer(2_000))
    #expect(kept["spec/securityContext/seLinuxOptions/level"]?.string == "s0:c2,c1")
    #expect(kept["spec/securityContext/seccompProfile/type"]?.string == "RuntimeDefault")
    #expect(kept[annotation: "seccomp.security.alpha.kubernetes.io/pod"] == "runtime/default")
    #expect(kept[annotation: "openshift.io/scc"] == "restricted-v2")
    #expect(
      kept[annotation: "security.openshift.io/validated-scc-subject-type"] == "serviceaccount")
  }

  @Test func valuesOfThePodsOwnStay() throws {
    let sent = try pod(
      #""runAsNonRoot": false, "capabilities": {"drop": ["all"]}"#,
      pod: #", "securityContext": {"runAsUser": 1000005, "fsGroup": 2000}"#)
    let kept = try #require(judge(["restricted-v2"]).changes(to: sent).first?.pod)
    #expect(kept["spec/containers/0/securityContext/runAsUser"] == nil)
    #expect(kept["spec/containers/0/securityContext/runAsNonRoot"] == .bool(false))
    #expect(
      kept["spec/containers/0/securityContext/capabilities/drop"]?.items.compactMap(\.string)
        == ["ALL", "all"])
  }

  @Test func aGrantOfAnyUserTakesPlainPods() throws {
    let both = ["anyuid", "restricted-v2"]
    #expect(chosen(both, try pod()) == "anyuid")
    // It has no seccomp profiles.
    let seccomp = #", "securityContext": {"seccompProfile": {"type": "RuntimeDefault"}}"#
    #expect(chosen(both, try pod(pod: seccomp)) == "restricted-v2")
    let kept = try #require(judge(both).changes(to: try pod()).first?.pod)
    #expect(kept["spec/containers/0/securityContext/runAsUser"] == nil)
    #expect(kept["spec/securityContext/fsGroup"] == nil)
  }

  @Test(arguments: [
    ("restricted-v2", #""runAsUser": 1000"#, "", "securityContext.runAsUser"),
    ("nonroot-v2", #""runAsUser": 0"#, "", "securityContext.runAsUser"),
    ("nonroot-v2", #""runAsNonRoot": false"#, "", "securityContext.runAsNonRoot"),
    (
      "restricted-v2", #""privileged": true, "allowPrivilegeEscalation": false"#, "",
      "securityContext.privileged"
    ),
    (
      "restricted-v2", #""allowPrivilegeEscalation": true"#, "",
      "securityContext.allowPrivilegeEscalation"
    ),
    (
      "anyuid", #""capabilities": {"add": ["NET_BIND_SERVICE"]}"#, "",
      "securityContext.capabilities.add"
    ),
    ("restricted-v2", "", #", "securityContext": {"fsGroup": 1}"#, "securityContext.fsGroup"),
    (
      "restricted-v3", "", #", "hostUsers": false, "securityContext": {"supplementalGroups": [1]}"#,
      "securityContext.supplementalGroups"
    ),
    ("restricted-v3", "", "", "hostUsers"), ("restricted-v2", "", #", "hostPID": true"#, "hostPID"),
    ("restricted-v2", "", #", "hostIPC": true"#, "hostIPC"),
    ("restricted-v2", "", #", "hostNetwork": true"#, "hostNetwork"),
    (
      "restricted-v2", "",
      #", "securityContext": {"seLinuxOptions": {"level": "s0:c1,c2", "type": "t"}}"#,
      "securityContext.seLinuxOptions.type"
    ),
    (
      "restricted-v2", #""seccompProfile": {"type": "Unconfined"}"#, "",
      "securityContext.seccompProfile"
    ),
    (
      "nonroot-v2", "",
      #", "securityContext": {"sysctls": [{"name": "kernel.msgmax", "value": "1"}]}"#,
      "securityContext.sysctls"
    ),
    (
      "nonroot", "", #", "volumes": [{"name": "v", "hostPath": {"path": "/"}}]"#, "volumes.hostPath"
    ),
  ])
  func aFaultIsThatOfAField(name: String, context: String, rest: String, field: String) throws {
    #expect(faults(name, try pod(context, pod: rest)).contains(field))
  }

  @Test func privilegedTakesEverything() throws {
    let sent = try pod(
      #""privileged": true, "runAsUser": 5, "capabilities": {"add": ["SYS_PTRACE"]}"#,
      pod:
        #", "hostNetwork": true, "volumes": [{"name": "v", "nfs": {"server": "s", "path": "/"}}]"#)
    let kept = try #require(judge(["privileged"]).changes(to: sent).first?.pod)
    #expect(kept["spec/containers/0/securityContext/runAsNonRoot"] == .bool(true))
  }

  @Test func portsOfTheNodeAreReportedForEveryContainer() throws {
    let sent = try SamplePod.make(
      #""containers": [{"name": "a", "ports": [{"containerPort": 1, "hostPort": 1}]}, {"name": "b"}]"#
    )
    #expect(faults("restricted-v2", sent) == ["ports.hostPort", "ports.hostPort"])
    #expect(chosen(["hostnetwork-v2"], sent) == "hostnetwork-v2")
  }

  @Test func aPodCanDemandOne() throws {
    let annotation = #""openshift.io/required-scc": "nonroot-v2""#
    #expect(
      chosen(["anyuid", "nonroot-v2"], try pod(annotations: annotation)) == "nonroot-v2")
    let missing = try pod(annotations: #""openshift.io/required-scc": "none""#)
    #expect(
      judge([]).changes(to: missing).first?.words
        == "failed to retrieve the required SCC \"none\": "
        + "securitycontextconstraints.security.openshift.io \"none\" not found")
  }

  @Test func theCreatorsRightCountsToo() throws {
    let kept = judge([], creator: ["restricted-v2"]).changes(to: try pod()).first?.pod
    #expect(kept?[annotation: "security.openshift.io/validated-scc-subject-type"] == "user")
  }

  @Test func windowsIsNotLookedAt() throws {
    let sent = try pod(pod: #", "os": {"name": "windows"}"#)
    #expect(judge([]).changes(to: sent) == [.admitted(sent)])
  }

  @Test func restrictedIsNamedWhereItWouldHelp() throws {
    let sent = try pod(#""allowPrivilegeEscalation": true"#)
    let words = try #require(judge(["restricted-v2"]).changes(to: sent).first?.words)
    #expect(words.contains("no access to scc/restricted: Forbidden"))
    #expect(
      words.contains("provider \"anyuid\": Forbidden: not usable by user or serviceaccount"))
    #expect(
      words.contains(
        "provider restricted-v2: .containers[0].allowPrivilegeEscalation: Invalid value: true: "
          + "Allowing privilege escalation for containers is not allowed"))
  }

  @Test(
    arguments: [
      ("1000/10", 1_000...1_009), ("1000-1009", 1_000...1_009), ("1000/0", nil), ("9-1", nil),
      ("x/1", nil), ("1000", nil), ("1/2/3", nil), ("4294967295/2", nil),
    ] as [(String, ClosedRange<Int64>?)])
  func blocksOfIdsAreRead(text: String, range: ClosedRange<Int64>?) {
    #expect(NamespaceRanges.block(text) == range)
  }

  @Test func theCategoriesOfALevelHaveNoOrder() throws {
    let sent = try pod(pod: #", "securityContext": {"seLinuxOptions": {"level": "s0:c1,c2"}}"#)
    #expect(chosen(["restricted-v2"], sent) == "restricted-v2")
    let other = try pod(pod: #", "securityContext": {"seLinuxOptions": {"level": "s1:c1,c2"}}"#)
    #expect(faults("restricted-v2", other).contains("securityContext.seLinuxOptions.level"))
  }
}
