/// A text as its Unicode scalars: these stand in front of the members by which Swift takes it for a
/// row of characters.
extension String {
  /// The number of its scalars.
  public var count: Int { unicodeScalars.count }
  /// The first scalar.
  public var first: Unicode.Scalar? { unicodeScalars.first }
  /// The last scalar.
  public var last: Unicode.Scalar? { unicodeScalars.last }

  /// The first scalars, as many as there are up to a number.
  public func prefix(_ count: Int) -> Substring { Substring(unicodeScalars.prefix(count)) }
  /// The last scalars, as many as there are up to a number.
  public func suffix(_ count: Int) -> Substring { Substring(unicodeScalars.suffix(count)) }
  /// All scalars but the first ones.
  public func dropFirst(_ count: Int = 1) -> Substring {
    Substring(unicodeScalars.dropFirst(count))
  }
  /// All scalars but the last ones.
  public func dropLast(_ count: Int = 1) -> Substring { Substring(unicodeScalars.dropLast(count)) }
  /// The scalars before the first that does not fit.
  public func prefix(while fits: (Unicode.Scalar) -> Bool) -> Substring {
    Substring(unicodeScalars.prefix(while: fits))
  }
  /// The scalars from the first on that does not fit.
  public func drop(while fits: (Unicode.Scalar) -> Bool) -> Substring {
    Substring(unicodeScalars.drop(while: fits))
  }

  /// The parts between a scalar.
  public func split(
    separator: Unicode.Scalar, maxSplits: Int = .max, omittingEmptySubsequences: Bool = true
  ) -> [Substring] {
    self[...].split(
      separator: separator, maxSplits: maxSplits,
      omittingEmptySubsequences: omittingEmptySubsequences)
  }

  /// The parts between scalars that end one.
  public func split(
    omittingEmptySubsequences: Bool = true, whereSeparator ends: (Unicode.Scalar) -> Bool
  ) -> [Substring] {
    unicodeScalars.split(
      omittingEmptySubsequences: omittingEmptySubsequences, whereSeparator: ends
    ).map { Substring($0) }
  }

  /// The first position of a scalar.
  public func firstIndex(of scalar: Unicode.Scalar) -> Index? {
    unicodeScalars.firstIndex(of: scalar)
  }
  /// The last position of a scalar.
  public func lastIndex(of scalar: Unicode.Scalar) -> Index? {
    unicodeScalars.lastIndex(of: scalar)
  }
  /// The first position of a scalar that fits.
  public func firstIndex(where fits: (Unicode.Scalar) -> Bool) -> Index? {
    unicodeScalars.firstIndex(where: fits)
  }
  /// Returns whether a scalar that fits stands in it.
  public func contains(where fits: (Unicode.Scalar) -> Bool) -> Bool {
    unicodeScalars.contains(where: fits)
  }
  /// Returns whether all scalars fit.
  public func allSatisfy(_ fits: (Unicode.Scalar) -> Bool) -> Bool {
    unicodeScalars.allSatisfy(fits)
  }

  /// Takes the last scalar away.
  public mutating func removeLast() { unicodeScalars.removeLast() }
}

extension Substring {
  /// The number of its scalars.
  public var count: Int { unicodeScalars.count }
  /// The first scalar.
  public var first: Unicode.Scalar? { unicodeScalars.first }
  /// The last scalar.
  public var last: Unicode.Scalar? { unicodeScalars.last }

  /// The first scalars, as many as there are up to a number.
  public func prefix(_ count: Int) -> Substring { Substring(unicodeScalars.prefix(count)) }
  /// All scalars but the first ones.
  public func dropFirst(_ count: Int = 1) -> Substring {
    Substring(unicodeScalars.dropFirst(count))
  }
  /// All scalars but the last ones.
  public func dropLast(_ count: Int = 1) -> Substring { Substring(unicodeScalars.dropLast(count)) }
  /// The scalars before the first that does not fit.
  public func prefix(while fits: (Unicode.Scalar) -> Bool) -> Substring {
    Substring(unicodeScalars.prefix(while: fits))
  }
  /// The scalars from the first on that does not fit.
  public func drop(while fits: (Unicode.Scalar) -> Bool) -> Substring {
    Substring(unicodeScalars.drop(while: fits))
  }

  /// The parts between a scalar.
  public func split(
    separator: Unicode.Scalar, maxSplits: Int = .max, omittingEmptySubsequences: Bool = true
  ) -> [Substring] {
    unicodeScalars.split(
      separator: separator, maxSplits: maxSplits,
      omittingEmptySubsequences: omittingEmptySubsequences
    ).map { Substring($0) }
  }

  /// The first position of a scalar.
  public func firstIndex(of scalar: Unicode.Scalar) -> Index? {
    unicodeScalars.firstIndex(of: scalar)
  }
  /// The last position of a scalar.
  public func lastIndex(of scalar: Unicode.Scalar) -> Index? {
    unicodeScalars.lastIndex(of: scalar)
  }
  /// The first position of a scalar that fits.
  public func firstIndex(where fits: (Unicode.Scalar) -> Bool) -> Index? {
    unicodeScalars.firstIndex(where: fits)
  }
  /// Returns whether a scalar that fits stands in it.
  public func contains(where fits: (Unicode.Scalar) -> Bool) -> Bool {
    unicodeScalars.contains(where: fits)
  }
  /// Returns whether all scalars fit.
  public func allSatisfy(_ fits: (Unicode.Scalar) -> Bool) -> Bool {
    unicodeScalars.allSatisfy(fits)
  }

  /// Takes the last scalar away.
  public mutating func removeLast() { unicodeScalars.removeLast() }
}
