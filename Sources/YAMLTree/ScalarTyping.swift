/// The value that YAML 1.2's core schema makes of a plain scalar: `no` and `on` are texts, `0o17`
/// is 15.
enum ScalarTyping {
  static func value(ofPlain text: String) -> YAMLScalar.Value {
    switch text {
    case "", "~", "null", "Null", "NULL": return .null
    case "true", "True", "TRUE": return .bool(true)
    case "false", "False", "FALSE": return .bool(false)
    case ".nan", ".NaN", ".NAN": return .double(.nan)
    case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF": return .double(.infinity)
    case "-.inf", "-.Inf", "-.INF": return .double(-.infinity)
    default: break
    }
    guard let first = text.utf8.first, isDigit(first) || "+-.".utf8.contains(first) else {
      return .string(text)
    }
    if text.hasPrefix("0o") { return radix(text, 8) }
    if text.hasPrefix("0x") { return radix(text, 16) }
    guard isNumber(text) else { return .string(text) }
    if let number = Int64(text) { return .integer(number) }
    return Double(text).map { .double($0) } ?? .string(text)
  }

  private static func radix(_ text: String, _ radix: Int) -> YAMLScalar.Value {
    let digits = text.dropFirst(2)
    guard let first = digits.utf8.first, first != 0x2B, first != 0x2D,
      let number = Int64(digits, radix: radix)
    else { return .string(text) }
    return .integer(number)
  }

  /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
  private static func isNumber(_ text: String) -> Bool {
    var rest = text.utf8[...]
    func digits() -> Int {
      let count = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(count)
      return count
    }
    if let sign = rest.first, sign == 0x2B || sign == 0x2D { rest = rest.dropFirst() }
    let whole = digits()
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      if digits() == 0, whole == 0 { return false }
    } else if whole == 0 {
      return false
    }
    if let exponent = rest.first, exponent | 0x20 == 0x65 {
      rest = rest.dropFirst()
      if let sign = rest.first, sign == 0x2B || sign == 0x2D { rest = rest.dropFirst() }
      if digits() == 0 { return false }
    }
    return rest.isEmpty
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
