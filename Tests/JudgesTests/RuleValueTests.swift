import Judges
import PodAPI
import Testing
import Values

/// Rules of namespaces as values, and back.
@Suite struct RuleValueTests {
  private static func amounts(_ entries: [(String, String)]) -> PodMap {
    PodMap(entries.map { ($0.0, .string($0.1)) })
  }

  private static var rules: NamespaceRules {
    var rules = NamespaceRules()
    rules.limitRanges = [
      LimitRange(
        name: "limits",
        items: [
          LimitItem(
            .container, min: amounts([("cpu", "10m")]), max: amounts([("cpu", "2")]),
            limits: amounts([("memory", "1Gi")]), requests: amounts([("memory", "1Mi")]),
            ratio: amounts([("cpu", "3")])),
          LimitItem(.pod, max: amounts([("memory", "4Gi")])),
          LimitItem(.other("PersistentVolumeClaim"), max: amounts([("storage", "1Gi")])),
        ])
    ]
    rules.quotas = [
      ResourceQuota(
        name: "quota", hard: amounts([("limits.cpu", "10")]),
        scopes: [
          .terminating(false), .bestEffort(true), .hasPriorityClass(false),
          .priorityClass(["high", "low"], isIn: false), .crossNamespaceAffinity, .none,
        ]),
      ResourceQuota(name: "other", hard: amounts([("pods", "3")])),
    ]
    rules.constraints = ConstraintSetup(
      usable: ["restricted-v2", "anyuid"],
      ranges: NamespaceRanges(
        users: 1_000_660_000...1_000_669_999, groups: [7...9, 100...199], level: "s0:c26,c5"),
      origin: .tool)
    return rules
  }

  @Test func whatIsReadBackIsTheSame() {
    #expect(NamespaceRules(Self.rules.values()) == Self.rules)
    #expect(NamespaceRules(NamespaceRules().values()).isEmpty)
  }

  @Test(arguments: SecurityContextConstraint.shipped + [Self.allSet])
  func everySCCIsTheSame(constraint: SecurityContextConstraint) {
    #expect(SecurityContextConstraint(constraint.values) == constraint)
  }

  /// An SCC in which every field differs from that of one that says nothing.
  private static var allSet: SecurityContextConstraint {
    var own = SecurityContextConstraint(name: "own")
    own.users = ["u"]
    own.groups = ["system:authenticated"]
    own.priority = -3
    own.allowsPrivileged = true
    own.allowsHostNetwork = true
    own.allowsHostPorts = true
    own.allowsHostPID = true
    own.allowsHostIPC = true
    own.allowsEscalation = false
    own.defaultEscalation = false
    own.needsReadOnlyRoot = true
    own.needsOwnUsers = true
    own.user = .user(7)
    own.seLinux = .context(SELinuxContext(level: "s0", role: "r", type: "t", user: "u"))
    own.fsGroup = .ranges([])
    own.supplementalGroups = .ranges([1...2, 5...9])
    own.allowedCapabilities = ["A"]
    own.addedCapabilities = ["B"]
    own.droppedCapabilities = ["C"]
    own.seccompProfiles = ["*"]
    own.volumes = ["secret", "csi"]
    own.flexDrivers = ["d"]
    own.unsafeSysctls = ["kernel.*"]
    own.forbiddenSysctls = ["net.a"]
    return own
  }

  @Test func theExampleSetsEveryField() {
    let (own, none) = (
      Mirror(reflecting: Self.allSet), Mirror(reflecting: SecurityContextConstraint(name: ""))
    )
    for (field, empty) in zip(own.children, none.children) {
      #expect(
        String(reflecting: field.value) != String(reflecting: empty.value),
        "\(field.label ?? "")")
    }
  }

  @Test func ownSCCsAreWrittenOutWhereTheReaderDoesNotKnowThem() {
    var rules = Self.rules
    rules.constraints = ConstraintSetup(
      usable: ["own"], byAccount: ["default": ["own", "other"]],
      own: ConstraintList([Self.allSet]),
      ranges: NamespaceRanges(users: 5...9, groups: [], level: "s0"), origin: .tool)
    #expect(NamespaceRules(rules.values()) == rules)
    let list = ConstraintList([Self.allSet])
    let known = rules.values(besides: list)
    #expect(known["scc"]?["constraints"] == nil)
    #expect(NamespaceRules(known, known: list) == rules)
    // The shipped ones are named where the reader knows others.
    #expect(NamespaceRules(Self.rules.values(besides: list), known: list) == Self.rules)
  }

  @Test func theStateOfAQuotaDoesNotLast() {
    var rules = NamespaceRules()
    rules.quotas = [
      ResourceQuota(
        name: "quota", hard: Self.amounts([("pods", "3")]), used: Self.amounts([("pods", "2")]))
    ]
    #expect(rules.lasting.quotas[0].used.isEmpty)
    #expect(NamespaceRules(rules.values()) == rules.lasting)
  }
}
