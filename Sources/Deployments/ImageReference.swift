/// The parts of an image's name, as charts want them.
public struct ImageReference: Sendable {
  /// Everything before the tag; with a digest, up to and with its algorithm.
  public let repository: String
  /// The tag, or the digits of a digest; nil where neither is said.
  public let tag: String?
  /// True if it is named by a digest.
  public let hasDigest: Bool

  /// Takes a name apart.
  ///
  /// Charts print an image as `repository:tag`, so any name is cut at its last colon: before the
  /// tag, or inside `@sha256:…`, which puts it together again the same way.
  public init(_ text: String) {
    hasDigest = text.contains("@")
    guard let colon = text.lastIndex(of: ":"), !text[colon...].contains("/") else {
      (repository, tag) = (text, nil)
      return
    }
    repository = String(text[..<colon])
    tag = String(text[text.index(after: colon)...])
  }

  /// The reason that the tag cannot be printed, unquoted, as the value of a label; nil: it can.
  public var labelFault: String? {
    guard !hasDigest else { return "a digest is too long for a label" }
    guard let tag else { return nil }
    if tag.utf8.count > 63 { return "a label has at most 63 characters, and '\(tag)' has more" }
    guard let first = tag.utf8.first, let last = tag.utf8.last, Self.isWord(first),
      Self.isWord(last), tag.utf8.allSatisfy({ Self.isWord($0) || "-_.".utf8.contains($0) })
    else { return "a label must start and end with a letter or digit, and '\(tag)' does not" }
    return Self.isText(tag) ? nil : "YAML does not read '\(tag)' as a string"
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// True if every reader of YAML 1.1 and 1.2 takes a tag for a text: no number, date or flag.
  private static func isText(_ tag: String) -> Bool {
    let words = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
    guard let first = tag.first, first.isDigit else { return !words.contains(tag.lowercased()) }
    let bare = tag.replacing("_", with: "").lowercased()
    let digits = ["0x", "0o", "0b"].contains { bare.hasPrefix($0) } ? bare.dropFirst(2) : bare[...]
    let parts = digits.split(separator: "-", omittingEmptySubsequences: false)
    let isDate = parts.count == 3 && parts.allSatisfy { Int($0) != nil }
    let isHexadecimal = bare.hasPrefix("0x") && digits.allSatisfy(\.isHexDigit)
    return Double(String(digits)) == nil && !isDate && !isHexadecimal
  }
}
