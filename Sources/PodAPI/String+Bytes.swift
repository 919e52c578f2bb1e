extension String {
  /// Whether two texts are the same byte for byte, as Kubernetes compares them. Swift's `==` also
  /// holds `é` for an `e` with an accent of its own.
  public func isSame(as other: String) -> Bool {
    guard self == other else { return false }
    // By their storage, which is several times as fast as byte by byte.
    return utf8.withContiguousStorageIfAvailable { bytes in
      other.utf8.withContiguousStorageIfAvailable { bytes.elementsEqual($0) }
    }.flatMap { $0 } ?? utf8.elementsEqual(other.utf8)
  }
}

/// A text that is told from others by its bytes.
public struct ByteText: Hashable, Sendable {
  /// The text.
  public let text: String

  /// Makes one.
  public init(_ text: String) { self.text = text }

  /// Byte for byte.
  public static func == (left: ByteText, right: ByteText) -> Bool {
    left.text.isSame(as: right.text)
  }

  /// Texts that Swift holds for equal have one hash; few of them ever meet.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
