/// The canonical spelling of quantities.
enum QuantitySpelling {
  private static let decimals: [Int: String] = [
    -9: "n", -6: "u", -3: "m", 0: "", 3: "k", 6: "M", 9: "G", 12: "T", 15: "P", 18: "E",
  ]
  private static let binaries = ["", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]

  static func text(of number: DecimalNumber, _ format: ServerQuantity.Format) -> String {
    if number.isZero { return "0" }
    let sign = number.isNegative ? "-" : ""
    if format == .binary, number.isWhole, isLarge(number) {
      let (digits, times) = number.dividedBy1024
      // Beyond the table there is no suffix.
      return sign + text(digits) + (times < binaries.count ? binaries[times] : "")
    }
    var (digits, exponent) = number.stripped
    while exponent % 3 != 0 {
      digits.append(0)
      exponent -= 1
    }
    if format == .exponent { return sign + text(digits) + (exponent == 0 ? "" : "e\(exponent)") }
    return sign + text(digits) + (decimals[exponent] ?? "")
  }

  /// True if its size is 1024 or more.
  private static func isLarge(_ number: DecimalNumber) -> Bool {
    let limit = DecimalNumber(1_024)
    return number.isNegative
      ? number.compare(DecimalNumber(-1_024)) <= 0 : number.compare(limit) >= 0
  }

  private static func text(_ digits: [UInt8]) -> String {
    String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
  }
}
