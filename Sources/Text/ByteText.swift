/// A text as a key of a dictionary or a member of a set, told from others by its bytes.
public struct ByteText: Hashable, Sendable, Comparable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The text.
  public let text: String

  /// Makes one.
  public init(_ text: String) { self.text = text }

  /// Makes one of a literal.
  public init(stringLiteral text: String) { self.text = text }

  /// The text.
  public var description: String { text }

  /// Byte for byte.
  public static func == (left: ByteText, right: ByteText) -> Bool { left.text == right.text }

  /// Byte order.
  public static func < (left: ByteText, right: ByteText) -> Bool { left.text < right.text }

  /// Feeds the bytes to the hasher.
  public func hash(into hasher: inout Hasher) { text.hashBytes(into: &hasher) }
}

extension String {
  /// Feeds the bytes to a hasher, with an end that no text has in it.
  public func hashBytes(into hasher: inout Hasher) {
    let wasContiguous: Void? = utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if wasContiguous == nil { for byte in utf8 { hasher.combine(byte) } }
    hasher.combine(0xFF as UInt8)
  }
}
