public import Values

/// A namespace's own rules: LimitRanges, quotas, and on OpenShift the SCCs that its pods may
/// use.
public struct NamespaceRules: Sendable, Hashable {
  /// Its LimitRanges, at most `LimitRanger.most`.
  public var limitRanges: [LimitRange] = []
  /// Its quotas.
  public var quotas: [ResourceQuota] = []
  /// The SCCs and ids that OpenShift gives it; nil: it is not known, or there is no OpenShift.
  public var constraints: ConstraintSetup?

  /// None.
  public init() {}

  /// True if there is none.
  public var isEmpty: Bool { limitRanges.isEmpty && quotas.isEmpty && constraints == nil }
}

/// The SCCs that the pods of a namespace may use, and the ids that OpenShift gives it.
public struct ConstraintSetup: Sendable, Hashable {
  /// The names of the shipped SCCs that the service account may use.
  @Bytewise public private(set) var usable: [String]
  /// The ids.
  public let ranges: NamespaceRanges
  /// The place in the config; it tells no two apart.
  @Unequal public private(set) var origin: Origin

  /// Makes one.
  public init(usable: [String], ranges: NamespaceRanges, origin: Origin) {
    self.ranges = ranges
    self.usable = usable
    self.origin = origin
  }

  /// The judge of them. As shipped, everybody may use `restricted-v2`.
  public var judge: ConstraintAdmission {
    ConstraintAdmission(
      SecurityContextConstraint.shipped, namespace: ranges, byAccount: TextSet(usable),
      byCreator: [], origin: origin)
  }
}

/// A property that tells no two values apart.
@propertyWrapper
public struct Unequal<Value: Sendable>: Sendable, Hashable {
  /// The property's value.
  public var wrappedValue: Value

  /// Makes one.
  public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }

  /// True.
  public static func == (left: Unequal, right: Unequal) -> Bool { true }

  /// Feeds nothing.
  public func hash(into hasher: inout Hasher) {}
}
