import Judges
import PodAPI
import Testing
import Values

/// SCCs that OpenShift does not come with: fields that none of the shipped ones has.
@Suite struct OwnConstraintTests {
  private static let namespace = NamespaceRanges(
    users: 1_000_000...1_009_999, groups: [2_000...2_009], level: "s0:c2,c1")

  private func outcome(
    _ change: (inout SecurityContextConstraint) -> Void, _ pod: SubmittedPod
  ) -> JudgeOutcome? {
    var constraint = SecurityContextConstraint(name: "own")
    constraint.volumes = ["*"]
    change(&constraint)
    return ConstraintAdmission(
      [constraint], namespace: Self.namespace, byEveryAccount: ["own"], byCreator: []
    ).changes(to: pod).first
  }

  private func pod(_ context: String = "", pod: String = "") throws -> SubmittedPod {
    try SamplePod.make(
      #""containers": [{"name": "main", "image": "i:1", "securityContext": {\#(context)}}]\#(pod)"#)
  }

  private static let own = "spec/containers/0/securityContext"

  @Test func oneUserIsSetAndDemanded() throws {
    let kept = try #require(outcome({ $0.user = .user(1_000) }, try pod())?.pod)
    #expect(kept["\(Self.own)/runAsUser"] == .integer(1_000))
    let words = outcome({ $0.user = .user(1_000) }, try pod(#""runAsUser": 5"#))?.words
    #expect(words?.contains("runAsUser: Invalid value: 5: must be: 1000") == true)
  }

  @Test func capabilitiesAreAddedUnlessTheContainerDropsThem() throws {
    func added(_ context: String) throws -> [String] {
      let kept = try #require(
        outcome({ $0.addedCapabilities = ["CHOWN", "SETUID"] }, try pod(context))?.pod)
      return kept["\(Self.own)/capabilities/add"]?.items.compactMap(\.string) ?? []
    }
    #expect(try added("") == ["CHOWN", "SETUID"])
    #expect(try added(#""capabilities": {"drop": ["SETUID"]}"#) == ["CHOWN"])
  }

  @Test func theDefaultOfEscalationSkipsPrivilegedContainers() throws {
    func value(_ context: String) throws -> PlainValue? {
      let kept = try #require(
        outcome(
          {
            $0.defaultEscalation = false
            $0.allowsPrivileged = true
          }, try pod(context))?.pod)
      return kept["\(Self.own)/allowPrivilegeEscalation"]
    }
    #expect(try value("") == .bool(false))
    #expect(try value(#""privileged": true"#) == nil)
    #expect(try value(#""allowPrivilegeEscalation": true"#) == .bool(true))
  }

  @Test func theRootFileSystemIsMadeReadOnly() throws {
    let kept = try #require(outcome({ $0.needsReadOnlyRoot = true }, try pod())?.pod)
    #expect(kept["\(Self.own)/readOnlyRootFilesystem"] == .bool(true))
    let words = outcome(
      { $0.needsReadOnlyRoot = true }, try pod(#""readOnlyRootFilesystem": false"#))?.words
    #expect(words?.contains("ReadOnlyRootFilesystem must be set to true") == true)
  }

  @Test(arguments: [
    ("net.core.somaxconn", false), ("net.ipv4.tcp_syncookies", true), ("kernel.msgmax", true),
    ("kernel.shmmax", false), ("kernel.shm_rmid_forced", false),
  ])
  func sysctlsAreMatched(name: String, isLetIn: Bool) throws {
    let sent = try pod(
      pod: #", "securityContext": {"sysctls": [{"name": "\#(name)", "value": "1"}]}"#)
    let found = outcome(
      {
        $0.unsafeSysctls = ["kernel.msg*", "kernel.shmmax"]
        $0.forbiddenSysctls = ["kernel.shm*"]
      }, sent)
    #expect((found?.pod != nil) == isLetIn)
  }

  @Test(arguments: [("a/b", true), ("c/d", false)])
  func driversAreListed(driver: String, isLetIn: Bool) throws {
    let sent = try pod(
      pod: #", "volumes": [{"name": "v", "flexVolume": {"driver": "\#(driver)"}}]"#)
    #expect((outcome({ $0.flexDrivers = ["a/b"] }, sent)?.pod != nil) == isLetIn)
  }

  @Test func whatEverybodyMayUseNeedsNoGrant() throws {
    var own = SecurityContextConstraint(name: "own")
    own.volumes = ["*"]
    func chosen() throws -> String? {
      ConstraintSetup(
        usable: [], own: ConstraintList([own]), ranges: Self.namespace, origin: .tool
      ).judge(onKubernetes: 33).changes(to: try pod()).first?.pod?[annotation: "openshift.io/scc"]
    }
    #expect(try chosen() == nil)
    own.groups = ["system:authenticated"]
    #expect(try chosen() == "own")
  }

  /// The version of Kubernetes tells which OpenShift it is.
  @Test func eachOpenShiftHasItsOwn() throws {
    func names(_ minor: Int) -> [String] {
      SecurityContextConstraint.shipped(onKubernetes: minor).map(\.name)
    }
    #expect(names(29).count == 10)
    #expect(
      names(30) == names(29).filter { $0 < "hostmount-anyuid-v2" } + ["hostmount-anyuid-v2"]
        + names(29).filter { $0 > "hostmount-anyuid-v2" })
    #expect(names(33).count == 13)
    let sent = try SamplePod.make(
      #""containers": [{"name": "a"}], "hostUsers": false, "securityContext": {"runAsUser": 1000}"#)
    func chosen(_ minor: Int) -> String? {
      ConstraintSetup(usable: [], ranges: Self.namespace, origin: .tool).judge(onKubernetes: minor)
        .changes(to: sent).first?.pod?[annotation: "openshift.io/scc"]
    }
    #expect(chosen(33) == "restricted-v3")
    #expect(chosen(32) == nil)
  }

  /// OpenShift of old lets users and groups use an SCC in the SCC itself.
  @Test(arguments: [
    ("", "restricted-v2"), ("default", "restricted-v2"), ("spark", "anyuid"),
  ])
  func anSCCCanNameAccounts(account: String, wanted: String) throws {
    var loose = SecurityContextConstraint.shipped(onKubernetes: 33)
    for index in loose.indices where loose[index].name == "anyuid" {
      loose[index].users = [
        "system:serviceaccount:tasks:spark", "system:serviceaccount:other:default",
      ]
    }
    func chosen(_ constraints: [SecurityContextConstraint]) throws -> String? {
      let grants = ConstraintGrants(constraints, namespace: "tasks")
      return ConstraintSetup(
        usable: grants.toAll, byAccount: grants.byAccount, own: ConstraintList(constraints),
        ranges: Self.namespace, origin: .tool
      ).judge(onKubernetes: 33).changes(
        to: try SamplePod.make(
          #""containers": [{"name": "a"}], "serviceAccountName": "\#(account)""#)
      ).first?.pod?[annotation: "openshift.io/scc"]
    }
    #expect(try chosen(loose) == wanted)
    for index in loose.indices { loose[index].groups = ["system:serviceaccounts:tasks"] }
    #expect(try chosen(loose) == "anyuid")
  }

  @Test func anSCCThatIsTriedFirstIsNamed() {
    func found(_ change: (inout SecurityContextConstraint) -> Void) -> [String] {
      var own = SecurityContextConstraint(name: "own")
      own.priority = 20
      own.groups = ["system:serviceaccounts"]
      change(&own)
      let shipped = SecurityContextConstraint.shipped(onKubernetes: 33)
      return ConstraintSetup(
        usable: [], own: ConstraintList([own] + shipped), ranges: Self.namespace, origin: .tool
      ).looserFirst(onKubernetes: 33).map(\.name)
    }
    #expect(found { _ in } == ["own"])
    #expect(found { $0.user = .nonRoot } == [])
    #expect(found { $0.groups = [] } == [])
    // Pods that name no account have this one.
    let plain = ConstraintSetup(
      usable: [], byAccount: ["default": ["anyuid"], "other": ["privileged"]],
      ranges: Self.namespace, origin: .tool)
    #expect(plain.looserFirst(onKubernetes: 33).map(\.name) == ["anyuid"])
    #expect(found { $0.priority = -1 } == [])
  }
}

/// What a pod that SCCs refuse can leave out.
@Suite struct LeavingTests {
  private func leaving(_ usable: [String], _ spec: String) throws -> [String]? {
    let setup = ConstraintSetup(
      usable: usable,
      ranges: NamespaceRanges(users: 1_000_000...1_009_999, groups: [], level: "s0:c2,c1"),
      origin: .tool)
    guard
      case .refused(.constraints(let refusal), _)? = setup.judge(onKubernetes: 33)
        .changes(
          to: try SamplePod.make(spec)
        ).first
    else {
      Issue.record("let in")
      return nil
    }
    return refusal.leaving.map { [$0.constraint.text] + $0.fields.map(\.text) }
  }

  @Test func idsCanBeLeftOut() throws {
    #expect(
      try leaving(
        [],
        #""containers": [{"name": "a"}], "securityContext": {"runAsUser": 1, "fsGroup": 1}"#)
        == ["restricted-v2", "securityContext.fsGroup", "securityContext.runAsUser"])
  }

  @Test func anotherFaultStays() throws {
    #expect(
      try leaving(
        [], #""containers": [{"name": "a"}], "securityContext": {"runAsUser": 1}, "hostPID": true"#)
        == nil)
  }

  @Test func eachSCCIsLookedAtByItself() throws {
    // 'nonroot-v2' sets no user, and 'restricted-v2' refuses the network as well.
    #expect(
      try leaving(
        ["nonroot-v2", "hostnetwork-v2"],
        #""containers": [{"name": "a"}], "securityContext": {"runAsUser": 1}, "hostNetwork": true"#)
        == ["hostnetwork-v2", "securityContext.runAsUser"])
  }
}
