/// Kubernetes' quantities: a number and a suffix.
public enum Quantity {
  /// The spelling that Kubernetes prints (`0.5` is `500m`, `1024Mi` is `1Gi`); a text that is no
  /// quantity is given back as it is.
  public static func canonical(_ text: String) -> String {
    guard let parsed = parse(text) else { return text }
    if parsed.mantissa == 0 { return "0" }
    return parsed.isBinary ? binary(parsed) : decimal(parsed)
  }

  /// Whether it is below zero.
  static func isNegative(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "-") else { return false }
    return (parse(text)?.mantissa ?? 0) < 0
  }

  /// Whether one is more than another; false where either is no quantity.
  public static func exceeds(_ text: String, _ other: String) -> Bool {
    guard text != other, let left = parse(text), let right = parse(other) else { return false }
    return left.billionths > right.billionths
  }

  /// `mantissa` × 10^`exponent`, or × 1024^(exponent) where it is binary.
  private struct Parsed {
    let mantissa: Int
    let exponent: Int
    let isBinary: Bool
    let isExponentForm: Bool

    /// The number in nanos, the finest that there is; rounded once, so equal numbers stay equal.
    var billionths: Double {
      let whole = Double(mantissa)
      if isBinary { return whole * Quantity.power(1024, exponent) * 1e9 }
      return exponent >= -9
        ? whole * Quantity.power(10, exponent + 9) : whole / Quantity.power(10, -9 - exponent)
    }
  }

  private static let decimalSuffixes = [
    "n": -9, "u": -6, "m": -3, "": 0, "k": 3, "M": 6, "G": 9, "T": 12, "P": 15, "E": 18,
  ]
  private static let binarySuffixes = ["Ki": 1, "Mi": 2, "Gi": 3, "Ti": 4, "Pi": 5, "Ei": 6]

  private static func parse(_ text: String) -> Parsed? {
    var rest = text[...]
    var isNegative = false
    if let sign = rest.first, sign == "-" || sign == "+" {
      isNegative = sign == "-"
      rest = rest.dropFirst()
    }
    let whole = rest.prefix { $0.isDigit }
    rest = rest.dropFirst(whole.count)
    var fraction: Substring = ""
    if rest.first == "." {
      rest = rest.dropFirst()
      fraction = rest.prefix { $0.isDigit }
      rest = rest.dropFirst(fraction.count)
    }
    guard !(whole.isEmpty && fraction.isEmpty), var mantissa = Int(whole + fraction) else {
      return nil
    }
    if isNegative { mantissa = -mantissa }
    let suffix = String(rest)
    if let power = binarySuffixes[suffix] {
      guard !fraction.isEmpty else {
        return Parsed(mantissa: mantissa, exponent: power, isBinary: true, isExponentForm: false)
      }
      // A fraction of a binary unit is a number of bytes.
      let bytes = Double(mantissa) * Self.power(1024, power) / Self.power(10, fraction.count)
      return Parsed(
        mantissa: Int(bytes.rounded(.up)), exponent: 0, isBinary: true, isExponentForm: false)
    }
    if let power = decimalSuffixes[suffix] {
      return Parsed(
        mantissa: mantissa, exponent: power - fraction.count, isBinary: false,
        isExponentForm: false)
    }
    guard let first = suffix.first, first == "e" || first == "E",
      let power = Int(suffix.dropFirst())
    else { return nil }
    return Parsed(
      mantissa: mantissa, exponent: power - fraction.count, isBinary: false, isExponentForm: true)
  }

  private static func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { value, _ in value * base }
  }

  private static func binary(_ parsed: Parsed) -> String {
    var (mantissa, exponent) = (parsed.mantissa, parsed.exponent)
    while mantissa % 1024 == 0, exponent < 6 {
      mantissa /= 1024
      exponent += 1
    }
    let suffix = binarySuffixes.first { $0.value == exponent }?.key ?? ""
    return "\(mantissa)\(suffix)"
  }

  private static func decimal(_ parsed: Parsed) -> String {
    var (mantissa, exponent) = (parsed.mantissa, parsed.exponent)
    while mantissa % 10 == 0 {
      mantissa /= 10
      exponent += 1
    }
    // Suffixes stand for powers of a thousand.
    while exponent % 3 != 0 || exponent > 18 {
      let (product, overflows) = mantissa.multipliedReportingOverflow(by: 10)
      if overflows { break }
      mantissa = product
      exponent -= 1
    }
    // Nothing is finer than a nano.
    while exponent < -9 {
      mantissa = mantissa / 10 + (mantissa % 10 == 0 ? 0 : 1)
      exponent += 1
    }
    if parsed.isExponentForm { return exponent == 0 ? "\(mantissa)" : "\(mantissa)e\(exponent)" }
    let suffix = decimalSuffixes.first { $0.value == exponent }?.key ?? "e\(exponent)"
    return "\(mantissa)\(suffix)"
  }
}
