import APIServer
import Deployments
import Judges

/// The things that govern the pods of some namespaces besides their templates: the deployment's policies, and the
/// namespaces' own limits, quotas and SCCs. The judges of them are made once.
final class Governing {
  let policies: ProfilePolicies?
  let rules: NamespaceRules
  private let context: Context
  private var admissions: [AdmissionKey: RulesAdmission] = [:]

  /// What is the same in all namespaces.
  struct Context {
    let server: Server
    let policies: PolicyAdmission
  }

  private struct AdmissionKey: Hashable {
    let claim: Claim?
    let isLabeled: Bool
  }

  init(_ policies: ProfilePolicies?, _ rules: NamespaceRules, _ context: Context) {
    self.policies = policies
    self.rules = rules
    self.context = context
  }

  /// The quotas, which differ most between namespaces, and are asked last.
  private(set) lazy var quotas = QuotaJudge(rules.quotas, on: context.server.release)

  /// A template in these namespaces, whatever their quotas.
  /// - Parameter number: of the template.
  func key(of number: Int) -> GovernedTemplate {
    var own = rules
    own.quotas = []
    return GovernedTemplate(template: number, policies: policies?.name, rules: own)
  }

  /// What judges the pods, up to the quotas.
  /// - Parameter isLabeled: true if pods have the labels by which policies know Flyte's; else all count as
  ///   Flyte's.
  func admission(_ claim: Claim?, isLabeled: Bool = false) -> RulesAdmission {
    let key = AdmissionKey(claim: claim, isLabeled: isLabeled)
    if let known = admissions[key] { return known }
    let made = RulesAdmission(
      rules, policies, claim, context.server, context.policies, isLabeled: isLabeled)
    admissions[key] = made
    return made
  }
}

extension Judgment {
  /// The things that govern the namespaces of a set.
  /// - Parameters:
  ///   - hasQuotas: whether their quotas count.
  ///   - hasLimits: whether their LimitRanges count.
  func governing(_ set: Int?, hasQuotas: Bool = true, hasLimits: Bool = true) -> Governing {
    governing(set) { rules in
      if !hasQuotas { rules.quotas = [] }
      if !hasLimits { rules.limitRanges = [] }
    }
  }

  /// The things that govern the namespaces of a set, after a change of their rules.
  func governing(_ set: Int?, _ change: (inout NamespaceRules) -> Void) -> Governing {
    var rules = rules(in: set)
    change(&rules)
    return Governing(
      policies.policies(of: set), rules, Governing.Context(server: server, policies: policies))
  }

  /// The limits, quotas and SCCs of the namespaces of a set.
  func rules(in set: Int?) -> NamespaceRules {
    set.map { deployment.templateSets[$0].rules } ?? NamespaceRules()
  }
}
