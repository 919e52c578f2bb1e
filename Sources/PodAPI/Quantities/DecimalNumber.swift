/// A decimal number of any size: digits × 10^exponent.
package struct DecimalNumber: Sendable, Hashable {
  package let isNegative: Bool
  /// Digits, the highest first; none in front is zero but for zero itself.
  private let digits: [UInt8]
  let exponent: Int

  static let zero = DecimalNumber(isNegative: false, digits: [0], exponent: 0)

  init(isNegative: Bool, digits: [UInt8], exponent: Int) {
    let significant = digits.drop { $0 == 0 }
    self.digits = significant.isEmpty ? [0] : Array(significant)
    self.isNegative = isNegative && !significant.isEmpty
    self.exponent = exponent
  }

  init(_ number: Int64) {
    self.init(
      isNegative: number < 0, digits: "\(number.magnitude)".utf8.map { $0 - 0x30 }, exponent: 0)
  }

  var isZero: Bool { digits == [0] }

  /// True if it is between -1 and 1.
  var magnitudeIsBelowOne: Bool { isZero || digits.count + exponent <= 0 }

  /// True if there is nothing behind the point.
  var isWhole: Bool {
    isZero || exponent >= 0 || trailingZeros >= -exponent
  }

  private var trailingZeros: Int { digits.reversed().prefix { $0 == 0 }.count }

  /// The number as 64 bits; nil for a fraction, and for what is larger.
  package var int64: Int64? {
    guard isWhole else { return nil }
    if isZero { return 0 }
    guard digits.count + exponent <= 19 else { return nil }
    let kept = exponent < 0 ? digits.dropLast(-exponent) : digits[...]
    var result: Int64 = 0
    for digit in kept + Array(repeating: 0, count: max(0, exponent)) {
      let (product, overflows) = result.multipliedReportingOverflow(by: 10)
      let (sum, overflowsToo) = product.subtractingReportingOverflow(Int64(digit))
      if overflows || overflowsToo { return nil }
      result = sum
    }
    if isNegative { return result }
    return result == .min ? nil : -result
  }

  /// The number times 1,000.
  var timesThousand: DecimalNumber {
    DecimalNumber(isNegative: isNegative, digits: digits, exponent: exponent + 3)
  }

  /// The number times 2^power.
  func timesPowerOfTwo(_ power: Int) -> DecimalNumber {
    var result = digits
    for _ in 0..<power / 10 { result = Self.times(1_024, result) }
    return DecimalNumber(isNegative: isNegative, digits: result, exponent: exponent)
  }

  private static func times(_ factor: Int, _ digits: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var carry = 0
    for digit in digits.reversed() {
      carry += Int(digit) * factor
      result.append(UInt8(carry % 10))
      carry /= 10
    }
    while carry > 0 {
      result.append(UInt8(carry % 10))
      carry /= 10
    }
    return result.reversed()
  }

  /// The number without digits below 10^exponent; what is cut rounds away from zero.
  package func roundedAway(toExponent lowest: Int) -> DecimalNumber {
    guard exponent < lowest, !isZero else { return self }
    let cut = lowest - exponent
    let kept = digits.dropLast(min(cut, digits.count))
    let rest = digits.suffix(min(cut, digits.count))
    let isExact = rest.allSatisfy { $0 == 0 }
    let whole = kept.isEmpty ? [0] : Array(kept)
    return DecimalNumber(
      isNegative: isNegative, digits: isExact ? whole : Self.next(whole), exponent: lowest)
  }

  private static func next(_ digits: [UInt8]) -> [UInt8] {
    var result = digits
    for index in result.indices.reversed() {
      if result[index] < 9 {
        result[index] += 1
        return result
      }
      result[index] = 0
    }
    return [1] + result
  }

  /// The number, or the nearest that 64 bits hold.
  var cappedAtInt64: DecimalNumber {
    let limit = DecimalNumber(.max)
    let size = DecimalNumber(isNegative: false, digits: digits, exponent: exponent)
    guard size.compare(limit) > 0 else { return self }
    return DecimalNumber(isNegative: isNegative, digits: limit.digits, exponent: 0)
  }

  /// Less, equal or more: -1, 0 or 1.
  func compare(_ other: DecimalNumber) -> Int {
    if isZero, other.isZero { return 0 }
    if isNegative != other.isNegative { return isNegative ? -1 : 1 }
    let order = compareSize(other)
    return isNegative ? -order : order
  }

  private func compareSize(_ other: DecimalNumber) -> Int {
    if isZero || other.isZero { return isZero ? (other.isZero ? 0 : -1) : 1 }
    let (height, otherHeight) = (digits.count + exponent, other.digits.count + other.exponent)
    if height != otherHeight { return height < otherHeight ? -1 : 1 }
    for index in 0..<max(digits.count, other.digits.count) {
      let digit = index < digits.count ? digits[index] : 0
      let theirs = index < other.digits.count ? other.digits[index] : 0
      if digit != theirs { return digit < theirs ? -1 : 1 }
    }
    return 0
  }

  static func + (left: DecimalNumber, right: DecimalNumber) -> DecimalNumber {
    if left.isZero { return right }
    if right.isZero { return left }
    let lowest = min(left.exponent, right.exponent)
    let a = left.aligned(to: lowest)
    let b = right.aligned(to: lowest)
    if left.isNegative == right.isNegative {
      return DecimalNumber(isNegative: left.isNegative, digits: sum(a, b), exponent: lowest)
    }
    let order = left.compareSize(right)
    let digits = order >= 0 ? difference(a, b) : difference(b, a)
    return DecimalNumber(
      isNegative: order >= 0 ? left.isNegative : right.isNegative, digits: digits,
      exponent: lowest)
  }

  private func aligned(to lowest: Int) -> [UInt8] {
    digits + Array(repeating: 0, count: exponent - lowest)
  }

  private static func sum(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var carry: UInt8 = 0
    for index in 0..<max(a.count, b.count) {
      let digit = carry + digit(a, index) + digit(b, index)
      result.append(digit % 10)
      carry = digit / 10
    }
    if carry > 0 { result.append(carry) }
    return result.reversed()
  }

  /// - Parameter a: the larger one.
  private static func difference(_ a: [UInt8], _ b: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var borrow: UInt8 = 0
    for index in 0..<a.count {
      let taken = digit(b, index) + borrow
      let own = digit(a, index)
      borrow = own < taken ? 1 : 0
      result.append(own + borrow * 10 - taken)
    }
    return result.reversed()
  }

  /// The digit that stands so far from the end.
  private static func digit(_ digits: [UInt8], _ index: Int) -> UInt8 {
    index < digits.count ? digits[digits.count - 1 - index] : 0
  }

  /// The digits and the exponent without zeros at the end.
  var stripped: (digits: [UInt8], exponent: Int) {
    if isZero { return ([0], 0) }
    let zeros = trailingZeros
    return (Array(digits.dropLast(zeros)), exponent + zeros)
  }

  /// The whole number divided by 1024 as often as nothing is left over, and how often that was.
  var dividedBy1024: (digits: [UInt8], times: Int) {
    var digits = digits + Array(repeating: 0, count: max(0, exponent))
    if exponent < 0 { digits.removeLast(min(-exponent, digits.count - 1)) }
    var times = 0
    while let next = Self.divided(digits) {
      digits = next
      times += 1
    }
    return (digits, times)
  }

  private static func divided(_ digits: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var rest = 0
    for digit in digits {
      rest = rest * 10 + Int(digit)
      if !result.isEmpty || rest >= 1_024 { result.append(UInt8(rest / 1_024)) }
      rest %= 1_024
    }
    return rest == 0 && !result.isEmpty ? result : nil
  }
}
