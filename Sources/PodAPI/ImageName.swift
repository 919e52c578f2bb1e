/// Names of images, as far as the API server reads them: to see which are pulled each time.
enum ImageName {
  /// True if a name means whatever is newest: it has the tag `latest`, or neither tag nor digest.
  /// A text that is no name of an image means nothing.
  static func isLatest(_ text: String) -> Bool {
    let bytes = text.utf8
    var name = bytes[...]
    var hasDigest = false
    if let at = name.firstIndex(of: UInt8(ascii: "@")) {
      guard isDigest(name[name.index(after: at)...]) else { return false }
      hasDigest = true
      name = name[..<at]
    }
    let start = name.lastIndex(of: UInt8(ascii: "/")) ?? name.startIndex
    guard let colon = name[start...].firstIndex(of: UInt8(ascii: ":")) else {
      return !hasDigest && isRepository(name)
    }
    let tag = name[name.index(after: colon)...]
    return tag.elementsEqual("latest".utf8) && isRepository(name[..<colon])
  }

  private typealias Part = String.UTF8View.SubSequence

  private static func isRepository(_ name: Part) -> Bool {
    guard !name.isEmpty, name.count <= 255, !isIdentifier(name) else { return false }
    var rest = name
    if let slash = rest.firstIndex(of: UInt8(ascii: "/")), isHost(rest[..<slash]) {
      guard isDomain(rest[..<slash]) else { return false }
      rest = rest[rest.index(after: slash)...]
    }
    while let slash = rest.firstIndex(of: UInt8(ascii: "/")) {
      guard isPath(rest[..<slash]) else { return false }
      rest = rest[rest.index(after: slash)...]
    }
    return isPath(rest)
  }

  /// 64 hexadecimal digits are the id of an image, not a name.
  private static func isIdentifier(_ name: Part) -> Bool {
    name.count == 64 && name.allSatisfy { isDigit($0) || (0x61...0x66).contains($0) }
  }

  /// True if what stands before the first slash is a registry.
  private static func isHost(_ part: Part) -> Bool {
    part.elementsEqual("localhost".utf8)
      || part.contains { $0 == 0x2E || $0 == 0x3A || (0x41...0x5A).contains($0) }
  }

  private static func isDomain(_ part: Part) -> Bool {
    var host = part
    if let colon = part.lastIndex(of: 0x3A), part.last != UInt8(ascii: "]") {
      let port = part[part.index(after: colon)...]
      guard !port.isEmpty, port.allSatisfy(isDigit) else { return false }
      host = part[..<colon]
    }
    if host.first == UInt8(ascii: "[") {
      let inner = host.dropFirst().dropLast()
      return host.last == UInt8(ascii: "]") && !inner.isEmpty
        && inner.allSatisfy { isDigit($0) || $0 == 0x3A || (0x61...0x66).contains($0 | 0x20) }
    }
    return host.split(separator: 0x2E, omittingEmptySubsequences: false).allSatisfy { label in
      guard let first = label.first, let last = label.last else { return false }
      return isWord(first) && isWord(last) && label.allSatisfy { isWord($0) || $0 == 0x2D }
    }
  }

  /// Lower-case letters and digits, between which `.`, `_`, `__` or any number of `-` may stand.
  private static func isPath(_ part: Part) -> Bool {
    guard let first = part.first, let last = part.last, isLower(first), isLower(last) else {
      return false
    }
    var dots = 0
    var underscores = 0
    var hyphens = 0
    for byte in part {
      switch byte {
      case 0x2E: dots += 1
      case 0x5F: underscores += 1
      case 0x2D: hyphens += 1
      default:
        guard isLower(byte) else { return false }
        (dots, underscores, hyphens) = (0, 0, 0)
        continue
      }
      let kinds = (dots > 0 ? 1 : 0) + (underscores > 0 ? 1 : 0) + (hyphens > 0 ? 1 : 0)
      if kinds > 1 || dots > 1 || underscores > 2 { return false }
    }
    return true
  }

  private static func isDigest(_ text: Part) -> Bool {
    guard let colon = text.firstIndex(of: 0x3A) else { return false }
    let algorithm = text[..<colon]
    let digits = text[text.index(after: colon)...]
    let lengths = [("sha256", 64), ("sha384", 96), ("sha512", 128)]
    return lengths.contains { algorithm.elementsEqual($0.0.utf8) && digits.count == $0.1 }
      && digits.allSatisfy { isDigit($0) || (0x61...0x66).contains($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLower(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7A).contains(byte)
  }
  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
