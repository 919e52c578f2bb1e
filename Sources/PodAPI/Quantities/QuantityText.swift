/// The parts of a quantity's text: `[+-]? digits (. digits)? suffix`.
public struct QuantityText {
  /// The factor of a number.
  enum Suffix {
    /// A power of ten.
    case decimal(Int)
    /// A power of two.
    case binary(Int)
    /// A power of ten that was written as `e3`.
    case exponent(Int)
  }

  /// True if it has a minus sign.
  public let isNegative: Bool
  /// True if it has a digit; the server takes a text without any for zero.
  public let hasDigits: Bool
  /// The digits before the point, without zeros in front; one of them at least.
  let whole: [UInt8]
  /// The digits behind the point.
  let fraction: [UInt8]
  let suffix: Suffix

  /// Nil for text that is not a quantity.
  public init?(_ text: String) {
    var bytes = Array(text.utf8)[...]
    guard let first = bytes.first else { return nil }
    isNegative = first == UInt8(ascii: "-")
    if isNegative || first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    let digits = bytes.prefix { Self.isDigit($0) }
    bytes = bytes.dropFirst(digits.count)
    let significant = digits.drop { $0 == 0x30 }.map { $0 - 0x30 }
    var fraction: [UInt8] = []
    if bytes.first == UInt8(ascii: ".") {
      let behind = bytes.dropFirst().prefix { Self.isDigit($0) }
      bytes = bytes.dropFirst(behind.count + 1)
      fraction = behind.map { $0 - 0x30 }
    }
    guard let suffix = Self.suffix(String(decoding: bytes, as: UTF8.self)) else { return nil }
    // The server's scanner takes a sign, a point or a suffix without any digit for zero.
    hasDigits = !digits.isEmpty || !fraction.isEmpty
    whole = significant.isEmpty ? [0] : significant
    self.fraction = fraction
    self.suffix = suffix
  }

  private static let decimals: TextMap = [
    "n": -9, "u": -6, "m": -3, "": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18,
  ]
  private static let binaries: TextMap = [
    "Ki": 10, "Mi": 20, "Gi": 30, "Ti": 40, "Pi": 50, "Ei": 60,
  ]
  /// No power is taken for larger than this; no node has as much of anything.
  private static let largestPower = 1_000

  private static func suffix(_ text: String) -> Suffix? {
    if let power = decimals[text] { return .decimal(power) }
    if let power = binaries[text] { return .binary(power) }
    guard let first = text.utf8.first, first | 0x20 == UInt8(ascii: "e"), text.utf8.count > 1 else {
      return nil
    }
    let digits = text.dropFirst()
    guard let power = Int64(digits) else { return nil }
    let narrow = Int(Int32(truncatingIfNeeded: power))
    return .exponent(min(max(narrow, -largestPower), largestPower))
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}

/// Cutting blanks as Go's TrimSpace does.
package enum ByteTrim {
  /// The text without Unicode's white space at its ends.
  package static func blanks(_ text: String) -> String {
    // Most texts begin and end with an ASCII character that is none.
    if let first = text.utf8.first, let last = text.utf8.last, isPrinted(first), isPrinted(last) {
      return text
    }
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, isBlank(first) || isBlank(last) else {
      return text
    }
    let start = scalars.drop { isBlank($0) }
    var view = String.UnicodeScalarView(start)
    while let scalar = view.last, isBlank(scalar) { view.removeLast() }
    return String(view)
  }

  private static func isPrinted(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace
  }
}
