/// A whole number as people or other readers of YAML spell it. YAML 1.2 reads some of these spellings
/// as text, and some as another number than YAML 1.1, which kubectl and Helm follow.
public enum NumberSpelling: Sendable, Equatable {
  /// Digits behind a 0: octal in YAML 1.1, nil where a digit is 8 or 9; decimal in YAML 1.2.
  case leadingZero(octal: Int64?, decimal: Int64)
  /// Any other spelling of a whole number: `17`, `0x11`, `0b10001`, `1_000`, `1:30`, `1e3`.
  case other(Int64)
  /// `.inf`, `.nan` and the like.
  case notFinite

  /// Reads a text; nil where it is no number, or none of 64 bits.
  public init?(_ text: String) {
    let bare = text.replacing("_", with: "")
    let isSigned = bare.utf8.first == UInt8(ascii: "-") || bare.utf8.first == UInt8(ascii: "+")
    let sign = bare.utf8.first == UInt8(ascii: "-") ? "-" : ""
    let rest = isSigned ? bare.dropFirst() : bare[...]
    if rest.lowercased() == ".inf" || rest.lowercased() == ".nan" {
      self = .notFinite
    } else if Self.isDigits(rest) {
      guard let decimal = Int64(sign + rest) else { return nil }
      let hasZero = rest.utf8.count > 1 && rest.utf8.first == UInt8(ascii: "0")
      self =
        hasZero
        ? .leadingZero(octal: Int64(sign + rest, radix: 8), decimal: decimal) : .other(decimal)
    } else if let number = Self.radix(rest, sign) ?? Self.base60(rest, sign)
      ?? Self.whole(sign + rest)
    {
      self = .other(number)
    } else {
      return nil
    }
  }

  private static func isDigits(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// `0x1F`, `0o17`, `0b11`, in either case.
  private static func radix(_ text: Substring, _ sign: String) -> Int64? {
    let radix: Int
    switch text.prefix(2).lowercased() {
    case "0x": radix = 16
    case "0o": radix = 8
    case "0b": radix = 2
    default: return nil
    }
    let digits = text.dropFirst(2)
    let hasSign = digits.utf8.first == UInt8(ascii: "+") || digits.utf8.first == UInt8(ascii: "-")
    return hasSign ? nil : Int64(sign + digits, radix: radix)
  }

  /// `1:30`, which is 90 in YAML 1.1.
  private static func base60(_ text: Substring, _ sign: String) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count > 1, parts.allSatisfy(isDigits) else { return nil }
    var sum: Int64 = 0
    for (index, part) in parts.enumerated() {
      guard let digit = Int64(part), index == 0 || digit < 60 else { return nil }
      let (product, isOver) = sum.multipliedReportingOverflow(by: 60)
      let (next, isTooLarge) = product.addingReportingOverflow(digit)
      guard !isOver, !isTooLarge else { return nil }
      sum = next
    }
    return sign.isEmpty ? sum : -sum
  }

  /// `1e3` and `1.0`, as far as a double holds whole numbers exactly.
  private static func whole(_ text: String) -> Int64? {
    guard case .double(let number) = ScalarTyping.value(ofPlain: text),
      number.magnitude < 9_007_199_254_740_992
    else { return nil }
    return Int64(exactly: number)
  }
}
