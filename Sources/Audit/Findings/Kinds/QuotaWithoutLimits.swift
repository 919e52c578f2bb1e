import Deployments
import Diagnostics
import Judges
import PodAPI
import Reports

extension FindingRule {
  static let quotaWithoutLimits = FindingRule(
    kind: .quotaWithoutLimits,
    meaning:
      "A quota of `limits.cpu`, `limits.memory`, `requests.cpu` or `requests.memory` refuses every pod with a container that does not name the resource: one helper or init container without limits is enough. Flyte's own charts ship such a quota (`project-quota`). Pods of operators (Spark, Ray, MPI) and of users often have such containers.",
    fix:
      "Add a LimitRange with a `default` and a `defaultRequest` of these resources for type Container."
  ) { context in
    context.ruled.flatMap { rules, scope in
      rules.quotas.filter(\.hasPods).compactMap { quota in
        let lacking = quota.hard.entries.map(\.key).filter { name in
          guard QuotaJudge.demands(name) else { return false }
          return !rules.limitRanges.contains { $0.gives(name) }
        }
        guard !lacking.isEmpty else { return nil }
        let it = lacking.count == 1 ? "it" : "them"
        let pod = quota.scopes.isEmpty ? "a pod" : "a pod of its scopes"
        return Finding(
          scope: scope,
          words:
            "the quota '\(quota.name)' counts \(lacking.listed), and no LimitRange has a default of \(it): \(pod) with one container that does not set \(it) is refused",
          fix:
            "add a LimitRange with 'default' and 'defaultRequest' of these resources for type Container",
          place: ReportPlace(quota.origin))
      }
    }
  }
}

extension ResourceQuota {
  /// True if there are pods of all its scopes.
  fileprivate var hasPods: Bool { !scopes.contains(.none) }
}

extension LimitRange {
  /// True if it gives containers a resource that a quota counts.
  fileprivate func gives(_ resource: String) -> Bool {
    let isLimit = resource.hasPrefix("limits.")
    let name = String(resource.split(separator: ".").last ?? "")
    return items.contains { item in
      item.kind == .container
        && (isLimit ? item.defaultLimits : item.defaultRequests)[name] != nil
    }
  }
}
