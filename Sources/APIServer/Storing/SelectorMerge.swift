package import PodAPI

/// Keys of a pod's own labels, put into the selectors that name them. Only pods have it done.
enum SelectorMerge {
  static func spec(_ spec: PodObject, labels: PodMap?, on release: ServerRelease) -> PodObject {
    var spec = spec
    if release.has(.affinityLabelKeys), let affinity = spec.part(.affinity) {
      spec[.affinity] = .object(merged(affinity, labels))
    }
    if release.has(.spreadSelectorMerge) {
      spec.changeItems(.topologySpreadConstraints) { constraint in
        merge([(.matchLabelKeys, "In")], into: &constraint, labels)
      }
    }
    return spec
  }

  private static func merged(_ affinity: PodObject, _ labels: PodMap?) -> PodObject {
    var affinity = affinity
    for field in [FieldName.podAffinity, .podAntiAffinity] {
      guard var rules = affinity.part(field) else { continue }
      rules.changeItems(.requiredDuringScheduling) { mergeTerm(&$0, labels) }
      rules.changeItems(.preferredDuringScheduling) { weighted in
        guard var term = weighted.part(.podAffinityTerm) else { return }
        mergeTerm(&term, labels)
        weighted[.podAffinityTerm] = .object(term)
      }
      affinity[field] = .object(rules)
    }
    return affinity
  }

  private static func mergeTerm(_ term: inout PodObject, _ labels: PodMap?) {
    merge([(.matchLabelKeys, "In"), (.mismatchLabelKeys, "NotIn")], into: &term, labels)
  }

  private static func merge(
    _ fields: [(FieldName, String)], into term: inout PodObject, _ labels: PodMap?
  ) {
    guard var selector = term.part(.labelSelector) else { return }
    var expressions = selector.items(.matchExpressions)
    for (field, verb) in fields {
      for key in term.items(field).compactMap(\.string) {
        guard let value = labels?[key] else { continue }
        var requirement = PodObject()
        if !key.isEmpty { requirement[.key] = .string(key) }
        requirement[.operator] = .string(verb)
        requirement[.values] = .list([value])
        expressions.append(.object(requirement))
      }
    }
    guard !expressions.isEmpty else { return }
    selector[.matchExpressions] = .list(expressions)
    term[.labelSelector] = .object(selector)
  }
}

extension PodObject {
  /// Changes each struct of a list.
  package mutating func changeItems(_ field: FieldName, _ change: (inout PodObject) -> Void) {
    guard let items = self[field]?.items, !items.isEmpty else { return }
    self[field] = .list(
      items.map { item in
        guard var object = item.object else { return item }
        change(&object)
        return .object(object)
      })
  }
}
