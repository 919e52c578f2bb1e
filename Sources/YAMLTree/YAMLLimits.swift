/// The limits on the size of a document. libyaml itself has none.
public struct YAMLLimits: Sendable {
  /// Bytes of a file.
  public var fileBytes = 16 << 20
  /// Bytes of one scalar.
  public var scalarBytes = 1 << 20
  /// Lists and mappings inside each other.
  public var depth = 200
  /// Values once aliases are expanded, each counted once; keys are none.
  public var nodes = 1_000_000
  /// The number of them that other files took already.
  public var takenNodes = 0
  /// Anchors.
  public var anchors = 10_000
  /// Bytes of all texts once aliases are expanded.
  public var textBytes = 64 << 20

  /// The limits that every command uses.
  public static let standard = YAMLLimits()

  /// The standard limits.
  public init() {}
}
