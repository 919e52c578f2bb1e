/// In this package two texts are the same when their bytes are: so do Kubernetes, Go, Helm, git, the
/// shell and the file system tell them apart. Swift's own `==` also holds an `é` for an `e` with an
/// accent behind it, and the Kelvin sign for a `K`.
///
/// These stand in front of Swift's own operators, because the package imports this module everywhere
/// (see `Package.swift`). A test looks into the compiled modules for what still gets past them.
extension String {
  /// True if the bytes are the same.
  @inlinable public static func == (left: String, right: String) -> Bool {
    left.utf8.count == right.utf8.count && left.utf8.isSame(as: right.utf8)
  }

  /// True if the bytes differ.
  @inlinable public static func != (left: String, right: String) -> Bool { !(left == right) }

  /// The comparison of `switch`.
  @inlinable public static func ~= (pattern: String, text: String) -> Bool { pattern == text }
}

extension Substring {
  /// Returns whether the bytes are the same.
  public static func == (left: Substring, right: Substring) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  /// Returns whether the bytes are the same.
  public static func == (left: Substring, right: String) -> Bool {
    left.utf8.elementsEqual(right.utf8)
  }

  /// Returns whether the bytes are the same.
  public static func == (left: String, right: Substring) -> Bool { right == left }

  /// Returns whether the bytes differ.
  public static func != (left: Substring, right: Substring) -> Bool { !(left == right) }

  /// Returns whether the bytes differ.
  public static func != (left: Substring, right: String) -> Bool { !(left == right) }

  /// The comparison of `switch`.
  public static func ~= (pattern: Substring, text: Substring) -> Bool { pattern == text }
}

extension Optional where Wrapped == String {
  /// True if both are nil, or the bytes are the same.
  @inlinable public static func == (left: String?, right: String?) -> Bool {
    switch (left, right) {
    case (let left?, let right?): left == right
    case (nil, nil): true
    default: false
    }
  }

  /// True if one is nil and the other is not, or the bytes differ.
  @inlinable public static func != (left: String?, right: String?) -> Bool { !(left == right) }

  // Beside a literal Swift would take its own operator for any optional, were there not these.

  /// True if there is a text, and its bytes are the same.
  @inlinable public static func == (left: String?, right: String) -> Bool {
    left.map { $0 == right } ?? false
  }

  /// True if there is no text, or its bytes differ.
  @inlinable public static func != (left: String?, right: String) -> Bool { !(left == right) }

  /// True if there is a text, and its bytes are the same.
  @inlinable public static func == (left: String, right: String?) -> Bool { right == left }

  /// True if there is no text, or its bytes differ.
  @inlinable public static func != (left: String, right: String?) -> Bool { !(right == left) }

  /// The comparison of `switch`.
  @inlinable public static func ~= (pattern: String, text: String?) -> Bool { text == pattern }
}

extension Optional where Wrapped == Substring {
  /// Returns whether both are nil, or the bytes are the same.
  public static func == (left: Substring?, right: Substring?) -> Bool {
    switch (left, right) {
    case (let left?, let right?): left == right
    case (nil, nil): true
    default: false
    }
  }

  /// Returns whether one is nil and the other is not, or the bytes differ.
  public static func != (left: Substring?, right: Substring?) -> Bool { !(left == right) }

  /// Returns whether there is a text, and its bytes are the same.
  public static func == (left: Substring?, right: String) -> Bool {
    left.map { $0 == right } ?? false
  }

  /// Returns whether there is no text, or its bytes differ.
  public static func != (left: Substring?, right: String) -> Bool { !(left == right) }

  /// The comparison of `switch`.
  public static func ~= (pattern: String, text: Substring?) -> Bool { text == pattern }
}

extension Array where Element == String {
  /// Returns whether the bytes of all texts are the same.
  public static func == (left: [String], right: [String]) -> Bool {
    left.elementsEqual(right) { $0 == $1 }
  }

  /// Returns whether the bytes of any texts differ.
  public static func != (left: [String], right: [String]) -> Bool { !(left == right) }
}

extension String.UTF8View {
  /// True if all bytes are the same; of two texts of the same length.
  @usableFromInline
  func isSame(as other: String.UTF8View) -> Bool {
    // By their storage, eight bytes at a time: as fast as Swift's own comparison.
    withContiguousStorageIfAvailable { left in
      other.withContiguousStorageIfAvailable { right in
        let (left, right) = (UnsafeRawBufferPointer(left), UnsafeRawBufferPointer(right))
        var offset = 0
        while offset + 8 <= left.count {
          guard
            left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
              == right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          else { return false }
          offset += 8
        }
        while offset < left.count {
          guard left[offset] == right[offset] else { return false }
          offset += 1
        }
        return true
      }
    }.flatMap { $0 } ?? elementsEqual(other)
  }
}
