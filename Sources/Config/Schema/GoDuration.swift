/// Go's durations: numbers with units, `1h30m`, none of them below zero.
enum GoDuration {
  private static let units: [(name: String, nanoseconds: Int)] = [
    ("ns", 1), ("us", 1_000), ("µs", 1_000), ("μs", 1_000), ("ms", 1_000_000),
    ("s", 1_000_000_000), ("m", 60_000_000_000), ("h", 3_600_000_000_000),
  ]

  /// How many nanoseconds a text is; nil for one that is no duration or longer than Go can hold.
  static func nanoseconds(_ text: String) -> Int? {
    var rest = text[...]
    if rest.first == "+" { rest = rest.dropFirst() }
    if rest == "0" { return 0 }
    guard !rest.isEmpty else { return nil }
    var sum = 0
    while !rest.isEmpty {
      guard let part = part(&rest) else { return nil }
      let (total, overflows) = sum.addingReportingOverflow(part)
      if overflows { return nil }
      sum = total
    }
    return sum
  }

  /// Takes one number with its unit off the front.
  private static func part(_ rest: inout Substring) -> Int? {
    let whole = digits(&rest)
    var fraction: Substring = ""
    if rest.first == "." {
      rest = rest.dropFirst()
      fraction = digits(&rest)
    }
    guard !(whole.isEmpty && fraction.isEmpty), let number = Int("0" + whole),
      let unit = units.first(where: { rest.hasPrefix($0.name) })
    else { return nil }
    rest = rest.dropFirst(unit.name.count)
    let (product, overflows) = number.multipliedReportingOverflow(by: unit.nanoseconds)
    let share = Double("0." + fraction + "0") ?? 0
    let (total, overflowsToo) = product.addingReportingOverflow(
      Int(share * Double(unit.nanoseconds)))
    return overflows || overflowsToo ? nil : total
  }

  private static func digits(_ rest: inout Substring) -> Substring {
    let found = rest.prefix { $0.isDigit }
    rest = rest.dropFirst(found.count)
    return found
  }
}
