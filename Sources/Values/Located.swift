/// A value and where it comes from.
public struct Located<Value: Sendable>: Sendable {
  /// The value.
  public let value: Value
  /// Where it comes from.
  public let origin: Origin

  /// Makes a located value.
  public init(_ value: Value, origin: Origin) {
    self.value = value
    self.origin = origin
  }
}
