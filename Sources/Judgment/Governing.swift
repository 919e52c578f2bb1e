import APIServer
import Deployments
import Judges

/// The things that govern the pods of some namespaces besides their templates: the deployment's policies, and the
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
  /// The things that govern the namespaces of a set.
  /// - Parameter hasQuotas: whether their quotas count.
  func governing(_ set: Int?, hasQuotas: Bool = true) -> Governing {
    var rules = rules(in: set)
    if !hasQuotas { rules.quotas = [] }
    return Governing(policies: policies.policies(of: set), rules: rules)
  }

  /// The limits, quotas and SCCs of the namespaces of a set.
  func rules(in set: Int?) -> NamespaceRules {
    set.map { deployment.templateSets[$0].rules } ?? NamespaceRules()
  }

  /// The judges of pods in namespaces that have something of their own.
  /// - Parameter isLabeled: true if pods have the labels by which policies know Flyte's; else all count as
  ///   Flyte's.
  func admission(
    of own: Governing, _ claim: Claim?, isLabeled: Bool = false
  ) -> RulesAdmission {
    RulesAdmission(own, claim, server, policies, isLabeled: isLabeled)
  }
}
