/// Floating-point numbers as Go's JSON spells them.
enum GoNumber {
  /// The spelling; nil for what is not finite, which JSON has no words for.
  static func json(_ number: Double) -> String? {
    guard number.isFinite else { return nil }
    let size = number.magnitude
    let (digits, exponent, sign) = parts(number)
    if size == 0 { return sign + "0" }
    if size < 1e-6 || size >= 1e21 { return scientific(digits, exponent, sign) }
    return sign + plain(digits, exponent)
  }

  /// The shortest digits that tell the number from others, and where the point stands: the number is
  /// 0.DIGITS × 10^exponent.
  private static func parts(_ number: Double) -> (digits: [UInt8], exponent: Int, sign: String) {
    // Swift prints the shortest digits too, only elsewhere with an exponent.
    let text = "\(number.magnitude)"
    var digits: [UInt8] = []
    var point: Int?
    var exponent = 0
    let halves = text.utf8.split(separator: UInt8(ascii: "e"), omittingEmptySubsequences: false)
    for byte in halves[0] {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte) }
    }
    if halves.count > 1 { exponent = Int(String(decoding: halves[1], as: UTF8.self)) ?? 0 }
    exponent += point ?? digits.count
    while digits.first == 0x30, digits.count > 1 {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.last == 0x30, digits.count > 1 { digits.removeLast() }
    return (digits, exponent, number.sign == .minus ? "-" : "")
  }

  private static func plain(_ digits: [UInt8], _ exponent: Int) -> String {
    func text(_ bytes: some Sequence<UInt8>) -> String {
      String(decoding: Array(bytes), as: UTF8.self)
    }
    if exponent <= 0 { return "0." + String(repeating: "0", count: -exponent) + text(digits) }
    if exponent >= digits.count {
      return text(digits) + String(repeating: "0", count: exponent - digits.count)
    }
    return text(digits[..<exponent]) + "." + text(digits[exponent...])
  }

  private static func scientific(_ digits: [UInt8], _ exponent: Int, _ sign: String) -> String {
    let power = exponent - 1
    let head = String(decoding: digits.prefix(1), as: UTF8.self)
    let rest = digits.count > 1 ? "." + String(decoding: digits.dropFirst(), as: UTF8.self) : ""
    return "\(sign)\(head)\(rest)e\(power < 0 ? "-" : "+")\(abs(power))"
  }
}
