/// The bytes that names consist of.
enum Bytes {
  static func isLowerWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// `[-_.]`
  static func isSign(_ byte: UInt8) -> Bool {
    byte == 0x2D || byte == 0x2E || byte == UInt8(ascii: "_")
  }

  /// `[a-z0-9]([-a-z0-9]*[a-z0-9])?`
  static func isDNS<Text: BidirectionalCollection<UInt8>>(_ text: Text) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return first != 0x2D && last != 0x2D && text.allSatisfy { isLowerWord($0) || $0 == 0x2D }
  }

  /// `_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?`
  static func isSearchLabel<Text: BidirectionalCollection<UInt8>>(_ text: Text) -> Bool {
    let rest = text.first == UInt8(ascii: "_") ? text.dropFirst() : text[...]
    guard let first = rest.first, let last = rest.last else { return false }
    return isLowerWord(first) && isLowerWord(last)
      && rest.allSatisfy { isLowerWord($0) || $0 == 0x2D || $0 == UInt8(ascii: "_") }
  }

  /// `([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]`
  static func isName<Text: BidirectionalCollection<UInt8>>(_ text: Text) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return isWord(first) && isWord(last)
      && text.allSatisfy { isWord($0) || isSign($0) }
  }

  /// `[-._a-zA-Z][-._a-zA-Z0-9]*`
  static func isVariable(_ text: some Collection<UInt8>) -> Bool {
    guard let first = text.first, !(0x30...0x39).contains(first) else { return false }
    return text.allSatisfy { isWord($0) || isSign($0) }
  }

  /// Parts joined by dots, each of which has a form.
  static func isJoined<Text: BidirectionalCollection<UInt8>>(
    _ text: Text, _ isPart: (Text.SubSequence) -> Bool
  ) -> Bool {
    var rest = text[...]
    while let dot = rest.firstIndex(of: 0x2E) {
      guard isPart(rest[..<dot]) else { return false }
      rest = rest[rest.index(after: dot)...]
    }
    return isPart(rest)
  }

  /// The name of a sysctl: parts joined by dots or slashes.
  static func isSysctl(_ text: String) -> Bool {
    let parts = text.utf8.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == 0x2E || $0 == 0x2F })
    return parts.allSatisfy { part in
      guard let first = part.first, let last = part.last else { return false }
      return isLowerWord(first) && isLowerWord(last)
        && part.allSatisfy { isLowerWord($0) || $0 == 0x2D || $0 == UInt8(ascii: "_") }
    }
  }
}
