import APIServer
import Deployments
import Judges

/// What governs the pods of some namespaces beside their templates: the deployment's policies, and the
/// namespaces' own limits, quotas and SCCs.
struct Governing {
  let policies: ProfilePolicies?
  let rules: NamespaceRules

  /// A template in these namespaces.
  func key(of values: TemplateValues) -> GovernedTemplate {
    GovernedTemplate(values: values, policies: policies?.name, rules: rules)
  }
}

extension Judgment {
  /// What governs the namespaces of a set; nil: nothing does.
  /// - Parameter hasQuotas: whether their quotas count.
  func governing(_ set: Int?, hasQuotas: Bool = true) -> Governing {
    var rules = rules(in: set)
    if !hasQuotas { rules.quotas = [] }
    return Governing(policies: policies.policies(of: set), rules: rules)
  }

  /// What the namespaces of a set have of their own.
  func rules(in set: Int?) -> NamespaceRules {
    set.map { deployment.templateSets[$0].rules } ?? NamespaceRules()
  }

  /// What judges the pods of namespaces that have something of their own.
  /// - Parameter isLabeled: true if pods have the labels by which policies know Flyte's; else all count as
  ///   Flyte's.
  func admission(
    of own: Governing, _ claim: Claim?, isLabeled: Bool = false
  ) -> RulesAdmission {
    RulesAdmission(own, claim, server, policies, isLabeled: isLabeled)
  }
}
