public import Values

/// The SCCs that the pods of a namespace may use, and the ids that OpenShift gives it.
public struct ConstraintSetup: Sendable, Hashable {
  /// The names of the SCCs that the service account may use, besides `restricted-v2` and those for
  /// everybody.
  @Bytewise public private(set) var usable: [String]
  /// All SCCs of the cluster.
  public let constraints: [SecurityContextConstraint]
  /// The ids.
  public let ranges: NamespaceRanges
  /// The place in the config; it tells no two apart.
  @Unequal public private(set) var origin: Origin

  /// Makes one.
  public init(
    usable: [String], constraints: [SecurityContextConstraint] = SecurityContextConstraint.shipped,
    ranges: NamespaceRanges, origin: Origin
  ) {
    self.constraints = constraints
    self.ranges = ranges
    self.usable = usable
    self.origin = origin
  }

  /// The judge of them. As OpenShift comes, RBAC lets everybody use `restricted-v2`.
  public var judge: ConstraintAdmission {
    let everybodys = constraints.filter(\.isForEverybody).map(\.name) + ["restricted-v2"]
    return ConstraintAdmission(
      constraints, namespace: ranges, byAccount: TextSet(usable + everybodys), byCreator: [],
      origin: origin)
  }
}
