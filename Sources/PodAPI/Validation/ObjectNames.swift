/// Forms of names in Kubernetes (apimachinery's validation).
enum ObjectNames {
  static func isLabel(_ text: String) -> Bool {
    guard (1...63).contains(text.utf8.count) else { return false }
    return isDNS(text)
  }

  static func isSubdomain(_ text: String) -> Bool {
    guard (1...253).contains(text.utf8.count) else { return false }
    return text.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
      isDNS(String($0))
    }
  }

  static func isQualified(_ text: String) -> Bool {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.last, !name.isEmpty, isLabelValue(String(name)) else { return false }
    return parts.count == 1 || isSubdomain(String(parts[0]))
  }

  static func isLabelValue(_ text: String) -> Bool {
    guard text.utf8.count <= 63 else { return false }
    guard let first = text.utf8.first, let last = text.utf8.last else { return true }
    return isWord(first) && isWord(last)
      && text.utf8.allSatisfy { isWord($0) || "-_.".utf8.contains($0) }
  }

  private static func isDNS(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last else { return false }
    return first != 0x2D && last != 0x2D
      && text.utf8.allSatisfy {
        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
      }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }
}
