extension Unicode.Scalar {
  /// True if it is one of `0` to `9`; other scripts have digits of their own, which nothing here
  /// reads.
  public var isDigit: Bool { value >= 0x30 && value <= 0x39 }

  /// True if it is a hexadecimal digit of ASCII.
  public var isHexDigit: Bool { isDigit || (0x61...0x66).contains(value | 0x20) }

  /// True if Unicode holds it for white space, as Go's `unicode.IsSpace` does.
  public var isWhitespace: Bool { properties.isWhitespace }

  /// True if Unicode ends a line at it.
  public var isNewline: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}
