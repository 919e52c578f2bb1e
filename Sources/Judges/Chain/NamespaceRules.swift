import Values

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
