import Diagnostics
import PodAPI

// How pods are spread over nodes.

extension ValidationPass {
  mutating func topologySpread(_ spec: PodObject) {
    // Where each stands last.
    var last: [SpreadKey: Int] = [:]
    for (index, item) in spec.items(.topologySpreadConstraints).enumerated() {
      last[SpreadKey(item.object ?? PodObject())] = index
    }
    each(.topologySpreadConstraints, of: spec) { pass, constraint, index in
      pass.constraint(constraint)
      if last[SpreadKey(constraint)] != index {
        pass.refuse(
          .duplicate, at: .word("{topologyKey, whenUnsatisfiable}"), truly: [.field(.topologyKey)],
          "is used twice with one whenUnsatisfiable; give each constraint another key")
      }
    }
  }

  private static let honor = ["Honor", "Ignore"]

  private mutating func constraint(_ constraint: PodObject) {
    if constraint.number(.maxSkew) <= 0 {
      refuse(
        .invalid, at: .maxSkew,
        "\(constraint.number(.maxSkew)) must be greater than 0; write, for example, 1")
    }
    required(.topologyKey, of: constraint)
    let action = constraint.text(.whenUnsatisfiable)
    check(action, among: ["DoNotSchedule", "ScheduleAnyway"], at: .whenUnsatisfiable)
    if let domains = constraint[.minDomains]?.integer {
      if domains <= 0 {
        refuse(
          .invalid, at: .minDomains, "\(domains) must be greater than 0; write, for example, 1")
      }
      if action != "DoNotSchedule" {
        refuse(
          .invalid, at: .minDomains,
          "needs 'whenUnsatisfiable: DoNotSchedule'; write that, or remove it")
      }
    }
    apply(.word(.nodeAffinityPolicy, Self.honor), to: constraint)
    apply(.word(.nodeTaintsPolicy, Self.honor), to: constraint)
    spreadKeys(constraint)
    if release.holds(.spreadSelectors) { selector(.labelSelector, of: constraint) }
  }

  /// Keys whose values are taken from the pod itself (1.25).
  private mutating func spreadKeys(_ constraint: PodObject) {
    // Since 1.34 the server adds the keys to the selector of a pod before it looks.
    if release.has(.spreadSelectorMerge) {
      labelKeys(constraint)
      return
    }
    let keys = constraint.items(.matchLabelKeys)
    guard !keys.isEmpty else { return }
    let selector = constraint.part(.labelSelector)
    if selector == nil, release.holds(.spreadKeysNeedSelector) {
      refuse(.forbidden, at: .matchLabelKeys, "needs a labelSelector; write one, or remove it")
    }
    var known = NameSet()
    for entry in selector?.entries(.matchLabels) ?? [] { _ = known.insert(entry.key) }
    for item in selector?.items(.matchExpressions) ?? [] {
      _ = known.insert(item.object?.text(.key) ?? "")
    }
    eachText(.matchLabelKeys, of: constraint) { pass, key, _ in
      pass.check(key, .qualified)
      if known.contains(key) {
        pass.refuse(.invalid, "\(quoted: key) is in labelSelector too; remove it from one")
      }
    }
  }
}

/// The values that two constraints cannot both have.
private struct SpreadKey: Hashable {
  private let key: ByteText
  private let action: ByteText

  init(_ constraint: PodObject) {
    key = ByteText(constraint.text(.topologyKey))
    action = ByteText(constraint.text(.whenUnsatisfiable))
  }
}
