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
    #expect(NamespaceRules(Self.rules.values) == Self.rules)
    #expect(NamespaceRules(NamespaceRules().values).isEmpty)
  }

  @Test func theStateOfAQuotaDoesNotLast() {
    var rules = NamespaceRules()
    rules.quotas = [
      ResourceQuota(
        name: "quota", hard: Self.amounts([("pods", "3")]), used: Self.amounts([("pods", "2")]))
    ]
    #expect(rules.lasting.quotas[0].used.isEmpty)
    #expect(NamespaceRules(rules.values) == rules.lasting)
  }
}
