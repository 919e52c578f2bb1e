/// A property that is told from others by its bytes where Swift puts a type's `==` and hash together
/// from those of its properties: `@Bytewise var name: String`.
@propertyWrapper
public struct Bytewise<Value: ByteComparable & Sendable>: Hashable, Sendable {
  /// The property's value.
  public var wrappedValue: Value

  /// Makes one.
  @inlinable public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }

  /// Byte for byte.
  @inlinable public static func == (left: Bytewise, right: Bytewise) -> Bool {
    left.wrappedValue.hasSameBytes(as: right.wrappedValue)
  }

  /// Feeds the bytes to the hasher.
  public func hash(into hasher: inout Hasher) { wrappedValue.hashBytes(into: &hasher) }
}

/// Texts, and lists and optionals of them.
public protocol ByteComparable {
  /// True if the bytes are the same.
  func hasSameBytes(as other: Self) -> Bool
  /// Feeds the bytes to a hasher.
  func hashBytes(into hasher: inout Hasher)
}

extension String: ByteComparable {
  /// True if the bytes are the same.
  @inlinable public func hasSameBytes(as other: String) -> Bool { self == other }
}

extension Optional: ByteComparable where Wrapped: ByteComparable {
  /// Returns whether both are nil, or the bytes are the same.
  public func hasSameBytes(as other: Wrapped?) -> Bool {
    switch (self, other) {
    case (let left?, let right?): left.hasSameBytes(as: right)
    case (nil, nil): true
    default: false
    }
  }

  /// Feeds the bytes to a hasher.
  public func hashBytes(into hasher: inout Hasher) {
    hasher.combine(self == nil)
    self?.hashBytes(into: &hasher)
  }
}

extension Array: ByteComparable where Element: ByteComparable {
  /// Returns whether the bytes of all elements are the same.
  public func hasSameBytes(as other: [Element]) -> Bool {
    elementsEqual(other) { $0.hasSameBytes(as: $1) }
  }

  /// Feeds the bytes to a hasher.
  public func hashBytes(into hasher: inout Hasher) {
    hasher.combine(count)
    for element in self { element.hashBytes(into: &hasher) }
  }
}
