/// The properties of a single quantity that rules check. Nearly all quantities are digits with a
/// suffix, so the spelling shows them; the rest are parsed.
package struct QuantitySign: Sendable, Hashable {
  /// True if it is below zero.
  package let isNegative: Bool
  /// True if it is a whole number.
  package let isWhole: Bool

  /// Nil for text that is not a quantity.
  package init?(_ text: String) {
    if let isWhole = Self.isWhole(plain: text) {
      isNegative = false
      self.isWhole = isWhole
      return
    }
    guard let quantity = ServerQuantity(text) else { return nil }
    isNegative = quantity.isNegative
    isWhole = quantity.isWhole
  }

  /// True if digits with a suffix, and nothing else, are a whole number; nil if it is spelled in
  /// another way.
  private static func isWhole(plain text: String) -> Bool? {
    let bytes = text.utf8
    var rest = bytes[...]
    /// The zeros in front of the suffix; all digits are zero where none has come before them.
    var zeros = 0
    var isZero = true
    while let byte = rest.first, (0x30...0x39).contains(byte) {
      zeros = byte == 0x30 ? zeros + 1 : 0
      if byte != 0x30 { isZero = false }
      rest = rest.dropFirst()
    }
    guard rest.startIndex != bytes.startIndex else { return nil }
    guard let first = rest.popFirst() else { return true }
    switch (first, rest.first) {
    case (UInt8(ascii: "n"), nil): return isZero || zeros >= 9
    case (UInt8(ascii: "u"), nil): return isZero || zeros >= 6
    case (UInt8(ascii: "m"), nil): return isZero || zeros >= 3
    case (UInt8(ascii: "k"), nil): return true
    case (UInt8(ascii: "K"), UInt8(ascii: "i")): return rest.dropFirst().isEmpty ? true : nil
    case (let unit, let next) where "MGTPE".utf8.contains(unit):
      // `E5` is a power of ten.
      guard let next else { return true }
      return next == UInt8(ascii: "i") && rest.dropFirst().isEmpty ? true : nil
    default: return nil
    }
  }
}
