public import Values

/// The SCCs that the pods of a namespace may use, and the ids that OpenShift gives it.
public struct ConstraintSetup: Sendable, Hashable {
  /// The names of the SCCs that every service account of the namespace may use, besides those for everybody.
  @Bytewise public private(set) var usable: [String]
  /// The names of the SCCs that single service accounts may use, by their names.
  public let byAccount: TextMap<TextSet>
  /// All SCCs of the cluster; nil: those that OpenShift ships.
  public let own: ConstraintList?
  /// The ids.
  public let ranges: NamespaceRanges
  /// The place in the config; it tells no two apart.
  @Unequal public private(set) var origin: Origin

  /// Makes one.
  public init(
    usable: [String], byAccount: TextMap<TextSet> = [:], own: ConstraintList? = nil,
    ranges: NamespaceRanges, origin: Origin
  ) {
    self.byAccount = byAccount
    self.own = own
    self.ranges = ranges
    self.usable = usable
    self.origin = origin
  }

  /// The same with ids that no namespace has, so that namespaces which differ in nothing else are equal.
  public var withExampleIDs: ConstraintSetup {
    ConstraintSetup(
      usable: usable, byAccount: byAccount, own: own, ranges: ranges.examples, origin: origin)
  }

  /// The SCCs of the cluster.
  /// - Parameter minor: the version of Kubernetes.
  public func constraints(onKubernetes minor: Int) -> [SecurityContextConstraint] {
    own?.items ?? SecurityContextConstraint.shipped(onKubernetes: minor)
  }

  /// The judge of them.
  /// - Parameter minor: the version of Kubernetes.
  public func judge(onKubernetes minor: Int) -> ConstraintAdmission {
    let all = constraints(onKubernetes: minor)
    return ConstraintAdmission(
      all, namespace: ranges, byEveryAccount: TextSet(usable + everybodys(all)),
      byAccount: byAccount, byCreator: [], origin: origin)
  }

  /// The SCCs that every service account, or the one of pods that name none, may use and that are tried before
  /// `restricted-v2`, without those that say which users are possible.
  /// - Parameter minor: the version of Kubernetes.
  public func looserFirst(onKubernetes minor: Int) -> [SecurityContextConstraint] {
    let all = constraints(onKubernetes: minor)
    let names = TextSet(usable + everybodys(all)).union(byAccount["default"] ?? [])
    return all.filter { names.contains($0.name) }.sorted(by: SecurityContextConstraint.isBefore)
      .prefix { $0.name != "restricted-v2" }.filter { $0.user == .any }
  }

  /// As OpenShift comes, RBAC lets everybody use `restricted-v2`, and `restricted-v3` where it exists.
  private func everybodys(_ all: [SecurityContextConstraint]) -> [String] {
    let groups: TextSet = ["system:authenticated", "system:serviceaccounts"]
    return all.filter { !$0.groups.isDisjoint(with: groups) }.map(\.name)
      + ["restricted-v2", "restricted-v3"]
  }
}

/// The SCCs of a cluster, which its namespaces share: comparing the same list costs nothing.
public final class ConstraintList: Sendable, Hashable {
  /// The SCCs.
  public let items: [SecurityContextConstraint]
  private let digest: Int

  /// Makes a list.
  public init(_ items: [SecurityContextConstraint]) {
    self.items = items
    var hasher = Hasher()
    for item in items { hasher.combine(item) }
    digest = hasher.finalize()
  }

  /// Returns whether they have the same SCCs in the same order.
  public static func == (left: ConstraintList, right: ConstraintList) -> Bool {
    left === right || (left.digest == right.digest && left.items == right.items)
  }

  /// Feeds the SCCs to a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
}
