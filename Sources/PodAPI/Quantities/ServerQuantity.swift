/// A quantity as the API server reads, compares and prints it (apimachinery 0.25 to 0.36).
package struct ServerQuantity: Sendable, Hashable {
  /// The form in which it is printed.
  enum Format: Sendable, Hashable {
    case decimal, binary, exponent
  }

  /// The number.
  package private(set) var number: DecimalNumber
  private(set) var format: Format
  /// The spelling that it came with, where this is canonical.
  @Bytewise private var spelling: String?

  /// Nothing.
  package static let zero = ServerQuantity(number: .zero, format: .decimal, spelling: nil)

  private init(number: DecimalNumber, format: Format, spelling: String?) {
    self.number = number
    self.format = format
    self.spelling = spelling
  }

  /// Reads a text; nil for what is no quantity.
  package init?(_ text: String) {
    let trimmed = ByteTrim.blanks(text)
    if trimmed == "0" {
      self.init(number: .zero, format: .decimal, spelling: "0")
      return
    }
    guard let parts = QuantityText(trimmed) else { return nil }
    let digits = parts.whole + parts.fraction
    switch parts.suffix {
    case .binary(let power):
      let scaled = DecimalNumber(
        isNegative: parts.isNegative, digits: digits, exponent: -parts.fraction.count
      ).timesPowerOfTwo(power)
      // Beyond what is exact in 64 bits, the number is rounded and has a ceiling.
      let isExact =
        parts.fraction.isEmpty
        && 15 - parts.whole.count - Int(Float(power) * 3 / 10) - 1 >= 0
      if isExact {
        let low = digits.suffix(4).reduce(0) { $0 * 10 + Int($1) }
        self.init(
          number: scaled, format: .binary,
          spelling: low & 7 != 0 ? trimmed : nil)
      } else {
        let rounded = scaled.roundedAway(toExponent: -9).cappedAtInt64
        let isSmall = rounded.magnitudeIsBelowOne && !rounded.isZero
        self.init(number: rounded, format: isSmall ? .decimal : .binary, spelling: nil)
      }
    case .decimal(let power), .exponent(let power):
      let exponent = power - parts.fraction.count
      let number = DecimalNumber(
        isNegative: parts.isNegative, digits: digits, exponent: exponent)
      var format = Format.decimal
      if case .exponent = parts.suffix { format = .exponent }
      let isExact = digits.count <= 18 && exponent >= -9
      guard isExact else {
        self.init(
          number: number.roundedAway(toExponent: -9), format: format, spelling: nil)
        return
      }
      let isCanonical =
        exponent % 3 == 0 && !(digits.count >= 3 && digits.suffix(3).allSatisfy { $0 == 0 })
        && digits.first != 0
      self.init(number: number, format: format, spelling: isCanonical ? trimmed : nil)
    }
  }

  /// The same amount, rounded up to thousandths, as limits and requests are kept.
  package var roundedToThousandths: ServerQuantity {
    guard number.exponent < -3 else { return self }
    var result = self
    result.number = number.roundedAway(toExponent: -3)
    result.spelling = nil
    return result
  }

  /// Less, equal or more.
  package func compare(_ other: ServerQuantity) -> Int { number.compare(other.number) }

  /// The amount in whole units, rounded up; more than 64 bits hold is the most that they hold.
  package var value: Int64 { Self.whole(number) }

  /// The amount in thousandths, rounded up.
  package var milliValue: Int64 { Self.whole(number.timesThousand) }

  private static func whole(_ number: DecimalNumber) -> Int64 {
    number.roundedAway(toExponent: 0).int64 ?? (number.isNegative ? .min : .max)
  }

  /// The sum; printed as the first that is not zero.
  package static func + (left: ServerQuantity, right: ServerQuantity) -> ServerQuantity {
    ServerQuantity(
      number: left.number + right.number,
      format: left.number.isZero ? right.format : left.format, spelling: nil)
  }

  /// True if it is below zero.
  package var isNegative: Bool { number.isNegative && !number.isZero }

  /// True if it is a whole number.
  package var isWhole: Bool { number.isWhole }

  /// The spelling that the API server prints: `0.5` is `500m`, `1024Mi` is `1Gi`.
  package var text: String { spelling ?? QuantitySpelling.text(of: number, format) }
}
