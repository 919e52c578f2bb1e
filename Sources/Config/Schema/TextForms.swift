/// Forms of texts that have a grammar of their own.
enum TextForms {
  /// Kubernetes' quantities: a number and a suffix (`m`, `k`, `Mi`, `E`, `e3` …).
  static func isQuantity(_ text: String) -> Bool {
    var rest = text.utf8[...]
    if let sign = rest.first, sign == 0x2B || sign == 0x2D { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit).count
    rest = rest.dropFirst(whole)
    var fraction = 0
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      fraction = rest.prefix(while: isDigit).count
      rest = rest.dropFirst(fraction)
    }
    guard whole + fraction > 0 else { return false }
    let suffix = String(rest) ?? "?"
    if ["", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"]
      .contains(suffix)
    {
      return true
    }
    guard let first = suffix.first, first == "e" || first == "E" else { return false }
    return Int(suffix.dropFirst()) != nil
  }

  /// Go's durations: numbers with units, `1h30m`.
  static func isDuration(_ text: String) -> Bool {
    var rest = text[...]
    if let sign = rest.first, sign == "+" || sign == "-" { rest = rest.dropFirst() }
    if rest == "0" { return true }
    guard !rest.isEmpty else { return false }
    while !rest.isEmpty {
      let number = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
      guard number.contains(where: \.isNumber), number.count(where: { $0 == "." }) < 2 else {
        return false
      }
      rest = rest.dropFirst(number.count)
      guard let unit = ["ns", "us", "µs", "ms", "s", "m", "h"].first(where: rest.hasPrefix) else {
        return false
      }
      rest = rest.dropFirst(unit.count)
    }
    return true
  }

  /// `v1.15.3`, with or without a pre-release behind it.
  static func isFlyteVersion(_ text: String) -> Bool { flyteNumbers(text) != nil }

  /// The three numbers of a Flyte version.
  static func flyteNumbers(_ text: String) -> [Int]? {
    guard text.hasPrefix("v") else { return nil }
    let core = text.dropFirst().prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let numbers = core.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard numbers.count == 3 else { return nil }
    let known = numbers.compactMap { $0 }
    return known.count == 3 ? known : nil
  }

  /// The minor version of `1.31`.
  static func minor(_ text: some StringProtocol) -> Int? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "1", let minor = Int(parts[1]), minor >= 0,
      String(minor) == parts[1]
    else { return nil }
    return minor
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
