import PodAPI
import Values

/// Go's durations, as Flyte's configuration writes them: `1h30m`, or a number of nanoseconds.
public enum GoDuration {
  private static let units: [(name: String, nanoseconds: UInt64)] = [
    ("ns", 1), ("us", 1_000), ("µs", 1_000), ("μs", 1_000), ("ms", 1_000_000),
    ("s", 1_000_000_000), ("m", 60_000_000_000), ("h", 3_600_000_000_000),
  ]

  /// The nanoseconds of a value; nil where it is no duration.
  static func nanoseconds(_ value: PlainValue) -> Int64? {
    switch value {
    case .integer(let number): number
    case .string(let text): nanoseconds(text)
    default: nil
    }
  }

  /// The nanoseconds of a text, as Go's `time.ParseDuration` reads it; nil where it is no duration, or
  /// one that 64 bits do not hold.
  public static func nanoseconds(_ text: String) -> Int64? {
    var rest = text[...]
    let isNegative = rest.first == "-"
    if isNegative || rest.first == "+" { rest = rest.dropFirst() }
    guard rest != "0" else { return 0 }
    guard !rest.isEmpty else { return nil }
    var sum: UInt64 = 0
    while !rest.isEmpty {
      guard let part = part(&rest) else { return nil }
      let (total, isOver) = sum.addingReportingOverflow(part)
      guard !isOver, total <= 1 << 63 else { return nil }
      sum = total
    }
    if isNegative { return sum == 1 << 63 ? .min : -Int64(sum) }
    return Int64(exactly: sum)
  }

  /// Takes one number with its unit off the front.
  private static func part(_ rest: inout Substring) -> UInt64? {
    let whole = digits(&rest)
    var fraction: Substring = ""
    if rest.first == "." {
      rest = rest.dropFirst()
      fraction = digits(&rest)
    }
    guard !(whole.isEmpty && fraction.isEmpty), let number = UInt64("0" + whole),
      let unit = unit(&rest)
    else { return nil }
    let (product, isOver) = number.multipliedReportingOverflow(by: unit)
    let (total, isTooLarge) = product.addingReportingOverflow(share(fraction, of: unit))
    return isOver || isTooLarge ? nil : total
  }

  /// The part of a unit that digits behind the point are, in Go's order of steps: it decides the last
  /// nanosecond. What 63 bits do not hold changes none.
  private static func share(_ fraction: Substring, of unit: UInt64) -> UInt64 {
    var number: UInt64 = 0
    var scale = 1.0
    for digit in fraction.utf8 {
      let (tenfold, isOver) = number.multipliedReportingOverflow(by: 10)
      let next = tenfold.addingReportingOverflow(UInt64(digit - 0x30))
      guard !isOver, !next.overflow, next.partialValue <= 1 << 63 else { break }
      number = next.partialValue
      scale *= 10
    }
    // Less than the unit, or the unit itself where it was rounded up: it fits.
    return UInt64(Double(number) * (Double(unit) / scale))
  }

  /// Takes a unit off the front: all that is neither digit nor point.
  private static func unit(_ rest: inout Substring) -> UInt64? {
    let name = rest.prefix { !$0.isDigit && $0 != "." }
    rest = rest.dropFirst(name.count)
    return units.first { $0.name == name }?.nanoseconds
  }

  private static func digits(_ rest: inout Substring) -> Substring {
    let found = rest.prefix { $0.isDigit }
    rest = rest.dropFirst(found.count)
    return found
  }
}
