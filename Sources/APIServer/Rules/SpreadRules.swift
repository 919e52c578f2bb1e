import Diagnostics
import PodAPI

// How pods are spread over nodes.

extension ValidationPass {
  mutating func topologySpread(_ spec: PodObject) {
    let constraints = spec.items(.topologySpreadConstraints).map { $0.object ?? PodObject() }
    each(.topologySpreadConstraints, of: spec) { pass, constraint, index in
      pass.constraint(constraint)
      let isRepeated = constraints[(index + 1)...].contains { other in
        other.text(.topologyKey) == constraint.text(.topologyKey)
          && other.text(.whenUnsatisfiable) == constraint.text(.whenUnsatisfiable)
      }
      if isRepeated {
        pass.refuse(
          .duplicate, at: .word("{topologyKey, whenUnsatisfiable}"), truly: [.field(.topologyKey)],
          "stands twice with one whenUnsatisfiable; give each constraint another key")
      }
    }
  }

  private static let honor = ["Honor", "Ignore"]

  private mutating func constraint(_ constraint: PodObject) {
    if constraint.number(.maxSkew) <= 0 {
      refuse(.invalid, at: .maxSkew, "\(constraint.number(.maxSkew)) must be greater than 0")
    }
    required(.topologyKey, of: constraint)
    let action = constraint.text(.whenUnsatisfiable)
    check(action, among: ["DoNotSchedule", "ScheduleAnyway"], at: .whenUnsatisfiable)
    if let domains = constraint[.minDomains]?.integer {
      if domains <= 0 { refuse(.invalid, at: .minDomains, "\(domains) must be greater than 0") }
      if action != "DoNotSchedule" {
        refuse(.invalid, at: .minDomains, "needs 'whenUnsatisfiable: DoNotSchedule'")
      }
    }
    apply(.word(.nodeAffinityPolicy, Self.honor), to: constraint)
    apply(.word(.nodeTaintsPolicy, Self.honor), to: constraint)
    spreadKeys(constraint)
    // Since 1.27.
    if release.minor >= 27 { selector(.labelSelector, of: constraint) }
  }

  /// Keys whose values are taken from the pod itself (1.25).
  private mutating func spreadKeys(_ constraint: PodObject) {
    let keys = constraint.items(.matchLabelKeys).map { $0.string ?? "" }
    guard !keys.isEmpty else { return }
    let selector = constraint.part(.labelSelector)
    if selector == nil { refuse(.forbidden, at: .matchLabelKeys, "needs a labelSelector") }
    let merges = release.has(.spreadSelectorMerge)
    eachText(.matchLabelKeys, of: constraint) { pass, key, _ in
      pass.check(key, .qualified)
      if let selector, SelectorKeys.has(key, selector, isMerged: merges) {
        pass.refuse(.invalid, "\(quoted: key) is in matchLabelKeys and in labelSelector")
      }
    }
  }
}

/// Keys of a selector that stand there for a key of the pod's own.
enum SelectorKeys {
  /// Whether a selector has a key of its own.
  /// - Parameter isMerged: whether the server has added keys to the selector of a pod before; the one
  ///   that it added does not count.
  static func has(_ key: String, _ selector: PodObject, isMerged: Bool) -> Bool {
    let named = selector.entries(.matchLabels).contains { $0.key == key }
    let expressions = selector.items(.matchExpressions).count {
      $0.object?.text(.key) == key
    }
    return isMerged ? (named ? 1 : 0) + expressions > 1 : named || expressions > 0
  }
}
