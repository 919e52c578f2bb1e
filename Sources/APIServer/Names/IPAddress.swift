/// An IP address as the API server reads it: leading zeros in IPv4 are ignored.
struct IPAddress {
  /// True if a number of an IPv4 part begins with a zero.
  let hasLeadingZeros: Bool
  /// True if it is an IPv4 address in IPv6.
  let isMapped: Bool

  /// Nil for what is no address.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    if !bytes.contains(UInt8(ascii: ":")) {
      guard let four = Self.four(bytes[...]) else { return nil }
      hasLeadingZeros = four.hasLeadingZeros
      isMapped = false
      return
    }
    guard let six = Self.six(bytes) else { return nil }
    hasLeadingZeros = six.hasLeadingZeros
    isMapped = six.groups.prefix(5).allSatisfy { $0 == 0 } && six.groups[5] == 0xFFFF
  }

  private static func four(
    _ bytes: ArraySlice<UInt8>
  ) -> (numbers: [UInt16], hasLeadingZeros: Bool)? {
    let parts = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var numbers: [UInt16] = []
    var hasZeros = false
    for part in parts {
      guard !part.isEmpty, part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      let significant = part.drop { $0 == 0x30 }
      guard significant.count <= 3 else { return nil }
      let number = significant.reduce(UInt16(0)) { $0 * 10 + UInt16($1 - 0x30) }
      guard number <= 255 else { return nil }
      if part.count > 1, part.first == 0x30 { hasZeros = true }
      numbers.append(number)
    }
    return (numbers, hasZeros)
  }

  private static func six(_ bytes: [UInt8]) -> (groups: [UInt16], hasLeadingZeros: Bool)? {
    var groups: [UInt16] = []
    var gap: Int?
    var hasZeros = false
    var rest = bytes[...]
    if rest.starts(with: [0x3A, 0x3A]) {
      gap = 0
      rest = rest.dropFirst(2)
    }
    while !rest.isEmpty {
      let part = rest.prefix { $0 != 0x3A }
      if part.contains(0x2E) {
        guard part.count == rest.count, groups.count <= 6, let four = four(part) else { return nil }
        groups += [four.numbers[0] << 8 | four.numbers[1], four.numbers[2] << 8 | four.numbers[3]]
        hasZeros = four.hasLeadingZeros
        break
      }
      guard (1...4).contains(part.count),
        let group = UInt16(String(decoding: part, as: UTF8.self), radix: 16),
        part.first != UInt8(ascii: "+")
      else { return nil }
      groups.append(group)
      rest = rest.dropFirst(part.count)
      guard !rest.isEmpty else { break }
      rest = rest.dropFirst()
      if rest.isEmpty { return nil }
      if rest.first == 0x3A {
        guard gap == nil else { return nil }
        gap = groups.count
        rest = rest.dropFirst()
      }
    }
    if let gap {
      guard groups.count < 8 else { return nil }
      groups.insert(contentsOf: Array(repeating: 0, count: 8 - groups.count), at: gap)
    }
    return groups.count == 8 ? (groups, hasZeros) : nil
  }
}
