public import Values

/// A value that differs between two trees.
public struct ValueChange: Sendable, Hashable {
  /// The way to it.
  public let path: ChangePath
  /// The value before; nil: there was none.
  public let before: PlainValue?
  /// The value after; nil: there is none.
  public let after: PlainValue?
  /// True if only the order of entries differs that are told apart by a key, or of a list that is a
  /// set: nothing but the place changed.
  public let isMove: Bool

  /// Makes a change.
  public init(
    path: ChangePath, before: PlainValue?, after: PlainValue?, isMove: Bool = false
  ) {
    self.path = path
    self.before = before
    self.after = after
    self.isMove = isMove
  }
}
