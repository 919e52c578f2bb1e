import Deployments

/// The namespaces of a cluster on both sides, those with the same two sets of templates together, so
/// that each pair of sets is compared once.
struct NamespaceGroups {
  /// Namespaces with the same sets of templates.
  struct Group {
    /// Index of the set before; nil: the namespace is new.
    let before: Int?
    /// Index of the set after; nil: the namespace is gone.
    let after: Int?
    /// Their names, in byte order.
    fileprivate(set) var names: [String]
  }

  private struct Sets: Hashable {
    let before: Int?
    let after: Int?
  }

  private(set) var groups: [Group] = []
  private var places: [Sets: Int] = [:]

  init(_ before: [DeployedNamespace], _ after: [DeployedNamespace]) {
    var (old, new) = (before[...], after[...])
    while true {
      switch (old.first, new.first) {
      case (nil, nil): return
      case (let left?, let right?) where left.name == right.name:
        add(left.name, left.templateSet, right.templateSet)
        old.removeFirst()
        new.removeFirst()
      case (let left?, let right)
      where right.map({ Self.comes(left.name, before: $0.name) }) ?? true:
        add(left.name, left.templateSet, nil)
        old.removeFirst()
      case (_, let right?):
        add(right.name, nil, right.templateSet)
        new.removeFirst()
      case (_?, nil): return
      }
    }
  }

  private static func comes(_ left: String, before right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  private mutating func add(_ name: String, _ before: Int?, _ after: Int?) {
    let sets = Sets(before: before, after: after)
    if let place = places[sets] {
      groups[place].names.append(name)
    } else {
      places[sets] = groups.count
      groups.append(Group(before: before, after: after, names: [name]))
    }
  }
}
