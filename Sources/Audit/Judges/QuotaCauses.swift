import Diagnostics
import Judges
import Reports
import Values

extension CauseMaking {
  /// The causes of a quota's refusal.
  func causes(of refused: QuotaRefusal) -> [AuditCause] {
    let quota = "the quota '\(refused.quota.text)'"
    switch refused.reason {
    case .unsaid(let list):
      return list.flatMap { unsaid in
        let name = QuotaName(unsaid.resource.text)
        return unsaid.containers.map { container in
          cause(
            .refusedByQuota, container.text, [name.field],
            "\(quota) counts \(name.text), and the container does not set it", refused.origin)
        }
      }
    case .exceeded(let list):
      return list.map { exceeded in
        let name = QuotaName(exceeded.resource.text)
        return cause(
          .refusedByQuota, nil, [name.field],
          "\(quota) has \(exceeded.used.text) of \(exceeded.hard.text) \(name.text) in use, and the pod needs \(exceeded.requested.text)",
          refused.origin)
      }
    }
  }
}

extension QuotaRefusal {
  /// What helps.
  var advice: AuditFix {
    switch reason {
    case .unsaid(let list):
      let names = list.map { QuotaName($0.resource.text).bare }.distinct.listed
      return .advised(
        ["add a LimitRange with a 'default' of \(names) for type Container"],
        otherwise: [
          "set \(names) in 'resources' of every container: in the PodTemplate, in the task, and for co-pilot in 'copilot.cpu' and 'copilot.memory'"
        ])
    case .exceeded(let list):
      let names = list.map { QuotaName($0.resource.text) }
      return .advised(
        ["raise \(names.map(\.text).listed) of the quota '\(quota.text)'"],
        otherwise: names.allSatisfy(\.isCount) ? [] : ["let the task ask for less"])
    }
  }
}

/// A resource as a quota names it.
private struct QuotaName {
  let text: String

  init(_ text: String) { self.text = text }

  /// True if it is a number of objects.
  var isCount: Bool { text == "pods" || text.hasPrefix("count/") }

  /// The field of a container that it counts: `resources.limits.cpu`.
  var field: String {
    if isCount { return text }
    return text.hasPrefix("limits.") || text.hasPrefix("requests.")
      ? "resources.\(text)" : "resources.requests.\(text)"
  }

  /// The resource without what a quota puts before it.
  var bare: String {
    for prefix in ["limits.", "requests."] where text.hasPrefix(prefix) {
      return String(text.dropFirst(prefix.count))
    }
    return text
  }
}
