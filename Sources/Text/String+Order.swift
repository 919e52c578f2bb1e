extension String {
  /// Byte order, which is the order of Unicode scalars; so do Go, git and `LC_ALL=C sort`.
  public static func < (left: String, right: String) -> Bool {
    left.utf8.lexicographicallyPrecedes(right.utf8)
  }

  /// Byte order, backwards.
  public static func > (left: String, right: String) -> Bool { right < left }

  /// Byte order, or the same.
  public static func <= (left: String, right: String) -> Bool { !(right < left) }

  /// Byte order backwards, or the same.
  public static func >= (left: String, right: String) -> Bool { !(left < right) }
}

extension Sequence where Element == String {
  /// The texts in byte order.
  public func sorted() -> [String] { sorted { $0 < $1 } }
}

extension Array where Element == String {
  /// Puts the texts in byte order.
  public mutating func sort() { sort { $0 < $1 } }
}
