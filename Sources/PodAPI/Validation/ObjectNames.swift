/// Forms of names in Kubernetes (apimachinery's validation).
enum ObjectNames {
  static func isLabel(_ text: String) -> Bool {
    (1...63).contains(text.utf8.count) && isDNS(text.utf8)
  }

  static func isSubdomain(_ text: String) -> Bool {
    guard (1...253).contains(text.utf8.count) else { return false }
    return isSubdomain(text.utf8)
  }

  static func isQualified(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let slash = bytes.firstIndex(of: UInt8(ascii: "/")) else {
      return !text.isEmpty && isLabelValue(bytes)
    }
    let (prefix, name) = (bytes[..<slash], bytes[bytes.index(after: slash)...])
    return (1...253).contains(prefix.count) && isSubdomain(prefix) && !name.isEmpty
      && isLabelValue(name)
  }

  static func isLabelValue(_ text: String) -> Bool { isLabelValue(text.utf8) }

  private static func isLabelValue(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    guard text.count <= 63 else { return false }
    guard let first = text.first, let last = text.last else { return true }
    return isWord(first) && isWord(last)
      && text.allSatisfy { isWord($0) || "-_.".utf8.contains($0) }
  }

  private static func isSubdomain<Text: BidirectionalCollection<UInt8>>(_ text: Text) -> Bool {
    var rest = text[...]
    while let dot = rest.firstIndex(of: UInt8(ascii: ".")) {
      guard isDNS(rest[..<dot]) else { return false }
      rest = rest[rest.index(after: dot)...]
    }
    return isDNS(rest)
  }

  /// The name of a port: some letter, and hyphens only inside and one by one.
  static func isPort(_ text: String) -> Bool {
    guard (1...15).contains(text.utf8.count), isDNS(text.utf8) else { return false }
    let hyphen = UInt8(ascii: "-")
    return text.utf8.contains { (0x61...0x7A).contains($0) }
      && !zip(text.utf8, text.utf8.dropFirst()).contains { $0 == hyphen && $1 == hyphen }
  }

  /// The name of an environment variable (since 1.34; before, fewer were taken).
  static func isVariable(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "=") }
  }

  /// The name of a sysctl: parts joined by dots or slashes.
  static func isSysctl(_ text: String) -> Bool {
    guard text.utf8.count <= 253 else { return false }
    let parts = text.utf8.split(
      omittingEmptySubsequences: false, whereSeparator: { "./".utf8.contains($0) })
    return parts.allSatisfy { part in
      guard let first = part.first, let last = part.last else { return false }
      return isLowerWord(first) && isLowerWord(last)
        && part.allSatisfy { isLowerWord($0) || "-_".utf8.contains($0) }
    }
  }

  private static func isLowerWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte)
  }

  private static func isDNS(_ text: some BidirectionalCollection<UInt8>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return first != 0x2D && last != 0x2D && text.allSatisfy { isLowerWord($0) || $0 == 0x2D }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}
