/// Searching for texts and scalars, by bytes: whatever stands before or behind a quote, a brace or a
/// slash, it is one. Swift's own members look at characters, into which a combining mark draws what
/// stands before it.
extension StringProtocol {
  @inlinable
  func beginsWithBytes(of prefix: some StringProtocol) -> Bool { utf8.starts(with: prefix.utf8) }

  @inlinable
  func endsWithBytes(of suffix: some StringProtocol) -> Bool {
    utf8.reversed().starts(with: suffix.utf8.reversed())
  }

  /// The first range of the bytes of a text.
  func place(of text: some StringProtocol) -> Range<String.Index>? {
    let wanted = Array(text.utf8)
    guard let first = wanted.first else { return startIndex..<startIndex }
    var rest = utf8[...]
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.starts(with: wanted) {
        return start..<rest.index(start, offsetBy: wanted.count)
      }
      rest = rest.dropFirst()
    }
    return nil
  }
}

extension String {
  /// Returns whether it begins with the bytes of a text.
  @inlinable public func hasPrefix(_ prefix: String) -> Bool { beginsWithBytes(of: prefix) }
  /// Returns whether it begins with the bytes of a text.
  @inlinable public func hasPrefix(_ prefix: Substring) -> Bool { beginsWithBytes(of: prefix) }
  /// Returns whether it ends with the bytes of a text.
  @inlinable public func hasSuffix(_ suffix: String) -> Bool { endsWithBytes(of: suffix) }
  /// Returns whether it ends with the bytes of a text.
  @inlinable public func hasSuffix(_ suffix: Substring) -> Bool { endsWithBytes(of: suffix) }
  /// Returns whether the bytes of a text stand in it.
  public func contains(_ text: String) -> Bool { place(of: text) != nil }
  /// Returns whether the bytes of a text stand in it.
  public func contains(_ text: Substring) -> Bool { place(of: text) != nil }
  /// Returns whether a scalar stands in it.
  public func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
  /// The first range of the bytes of a text.
  public func firstRange(of text: String) -> Range<Index>? { place(of: text) }
}

extension Substring {
  /// Returns whether it begins with the bytes of a text.
  @inlinable public func hasPrefix(_ prefix: String) -> Bool { beginsWithBytes(of: prefix) }
  /// Returns whether it ends with the bytes of a text.
  @inlinable public func hasSuffix(_ suffix: String) -> Bool { endsWithBytes(of: suffix) }
  /// Returns whether the bytes of a text stand in it.
  public func contains(_ text: String) -> Bool { place(of: text) != nil }
  /// Returns whether a scalar stands in it.
  public func contains(_ scalar: Unicode.Scalar) -> Bool { unicodeScalars.contains(scalar) }
  /// The first range of the bytes of a text.
  public func firstRange(of text: String) -> Range<Index>? { place(of: text) }
}

extension Sequence where Element == String {
  /// Returns whether a text of these bytes is among them.
  public func contains(_ text: String) -> Bool { contains { $0 == text } }
}

extension Collection where Element == String {
  /// The position of the first text of these bytes.
  public func firstIndex(of text: String) -> Index? { firstIndex { $0 == text } }
}

extension Sequence where Element == Substring {
  /// Returns whether a text of these bytes is among them.
  public func contains(_ text: Substring) -> Bool { contains { $0 == text } }
}

extension StringProtocol {
  /// The text with others in the places of all texts of some bytes, from the left.
  func replacingBytes(_ old: String, _ new: String) -> String {
    guard !old.isEmpty, var found = place(of: old) else { return String(self) }
    var rest = self[...]
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    while true {
      bytes += rest.utf8[..<found.lowerBound]
      bytes += new.utf8
      rest = rest[found.upperBound...]
      guard let next = rest.place(of: old) else { break }
      found = next
    }
    bytes += rest.utf8
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// The text with another in the places of all texts of some bytes, from the left.
  public func replacing(_ old: String, with new: String) -> String { replacingBytes(old, new) }
}

extension Substring {
  /// The text with another in the places of all texts of some bytes, from the left.
  public func replacing(_ old: String, with new: String) -> String { replacingBytes(old, new) }
}
