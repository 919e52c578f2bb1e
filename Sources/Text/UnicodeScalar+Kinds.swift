extension Unicode.Scalar {
  /// Whether it is one of `0` to `9`; other scripts have digits of their own, which nothing here
  /// reads.
  public var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// Whether it is a hexadecimal digit of ASCII.
  public var isHexDigit: Bool { isDigit || (0x61...0x66).contains(value | 0x20) }

  /// Whether Unicode holds it for white space, as Go's `unicode.IsSpace` does.
  public var isWhitespace: Bool { properties.isWhitespace }

  /// Whether Unicode ends a line at it.
  public var isNewline: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension String {
  /// The text with `A` to `Z` in lower case, and nothing else changed: Unicode's rules make the Kelvin
  /// sign a `k`.
  public var asciiLowercased: String {
    guard utf8.contains(where: { (0x41...0x5A).contains($0) }) else { return self }
    return String(
      decoding: utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
