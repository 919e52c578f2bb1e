/// How large a document may be. libyaml itself has no limits.
public struct YAMLLimits: Sendable {
  /// Bytes of a file.
  public var fileBytes = 16 << 20
  /// Bytes of one scalar.
  public var scalarBytes = 1 << 20
  /// Lists and mappings inside each other.
  public var depth = 200
  /// Values once aliases are expanded, each counted once; keys are none.
  public var nodes = 1_000_000

  /// The limits that every command uses.
  public static let standard = YAMLLimits()

  /// The standard limits.
  public init() {}
}
