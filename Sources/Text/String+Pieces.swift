/// Cutting and joining by scalars. Swift's own go from character to character: behind a colon with an
/// accent they go on behind the accent.
extension String {
  /// The place behind the scalar at a place.
  public func index(after place: Index) -> Index { unicodeScalars.index(after: place) }
  /// The place before the scalar at a place.
  public func index(before place: Index) -> Index { unicodeScalars.index(before: place) }
  /// The places of all scalars.
  public var indices: UnicodeScalarView.Indices { unicodeScalars.indices }

  /// The text up to a scalar, and the scalar.
  public subscript(range: PartialRangeThrough<Index>) -> Substring {
    self[..<index(after: range.upperBound)]
  }

  /// One text behind the other.
  public static func + (left: String, right: Substring) -> String { left + String(right) }
}

extension Substring {
  /// The place behind the scalar at a place.
  public func index(after place: Index) -> Index { unicodeScalars.index(after: place) }
  /// The place before the scalar at a place.
  public func index(before place: Index) -> Index { unicodeScalars.index(before: place) }
  /// The places of all scalars.
  public var indices: UnicodeScalarView.Indices { unicodeScalars.indices }

  /// The text up to a scalar, and the scalar.
  public subscript(range: PartialRangeThrough<Index>) -> Substring {
    self[..<index(after: range.upperBound)]
  }

  /// The last scalars, as many as there are up to a number.
  public func suffix(_ count: Int) -> Substring { Substring(unicodeScalars.suffix(count)) }

  /// The parts between scalars that end one.
  public func split(
    omittingEmptySubsequences: Bool = true, whereSeparator ends: (Unicode.Scalar) -> Bool
  ) -> [Substring] {
    unicodeScalars.split(
      omittingEmptySubsequences: omittingEmptySubsequences, whereSeparator: ends
    ).map { Substring($0) }
  }

  /// The parts between the bytes of a text, empty ones too.
  public func parts(between separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self
    while !separator.isEmpty, let found = rest.firstRange(of: separator) {
      parts.append(rest[..<found.lowerBound])
      rest = rest[found.upperBound...]
    }
    return parts + [rest]
  }

  /// One text behind the other.
  public static func + (left: Substring, right: String) -> String { String(left) + right }
}

extension Sequence where Element == String? {
  /// Returns whether a text of these bytes, or nil, is among them.
  public func contains(_ text: String?) -> Bool { contains { $0 == text } }
}

extension Sequence where Element == Substring? {
  /// Returns whether a text of these bytes, or nil, is among them.
  public func contains(_ text: Substring?) -> Bool { contains { $0 == text } }
}

extension BidirectionalCollection where Element == String {
  /// The position of the last text of these bytes.
  public func lastIndex(of text: String) -> Index? { lastIndex { $0 == text } }
}

extension Optional where Wrapped == [String] {
  /// Returns whether both are nil, or the bytes of all texts are the same.
  public static func == (left: [String]?, right: [String]?) -> Bool {
    switch (left, right) {
    case (let left?, let right?): left == right
    case (nil, nil): true
    default: false
    }
  }

  /// Returns whether one is nil and the other is not, or the bytes of any texts differ.
  public static func != (left: [String]?, right: [String]?) -> Bool { !(left == right) }
}

extension Sequence where Element == [String] {
  /// Returns whether a list of texts of these bytes is among them.
  public func contains(_ texts: [String]) -> Bool { contains { $0 == texts } }
}

extension Array where Element == String {
  /// Returns whether the first texts have the bytes of others.
  public func starts(with others: some Sequence<String>) -> Bool {
    starts(with: others) { $0 == $1 }
  }
}

extension RawRepresentable where RawValue == String, Self: Equatable {
  /// Returns whether the names differ.
  public static func != (left: Self, right: Self) -> Bool { left.rawValue != right.rawValue }
}
