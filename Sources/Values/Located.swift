/// A value and where it comes from.
public struct Located<Value: Sendable>: Sendable {
  /// The value.
  public let value: Value
  /// The origin.
  public let origin: Origin

  /// Makes a located value.
  public init(_ value: Value, origin: Origin) {
    self.value = value
    self.origin = origin
  }
}
