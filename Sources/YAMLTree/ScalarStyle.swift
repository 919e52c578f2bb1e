/// The style of a string: plain if every reader takes it for the same string, else quoted.
///
/// Readers differ: PyYAML and Kubernetes' own follow YAML 1.1 in part (`yes`, `012`, `12:30:45`,
/// `2024-01-02`), others 1.2. What any of them would take for something else is quoted.
enum ScalarStyle {
  case plain
  case singleQuoted
  case doubleQuoted
  /// A block; `chomping` is `-`, `+` or empty.
  case literal(chomping: String)

  init(for text: String) {
    if Self.isPlain(text) {
      self = .plain
    } else if text.utf8.contains(0x0A), let chomping = Self.literalChomping(text) {
      self = .literal(chomping: chomping)
    } else if text.unicodeScalars.allSatisfy(Self.isPrintable) {
      self = .singleQuoted
    } else {
      self = .doubleQuoted
    }
  }

  /// True if a scalar may stand in a text as it is: YAML must allow it, and a reader must see it.
  static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isShown && scalar.value & 0xFFFE != 0xFFFE
  }

  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return false }
    guard first != 0x20, last != 0x20, last != UInt8(ascii: ":") else { return false }
    // Letters, `/`, `_` and `(` begin nothing but text; a digit may, when a letter or a blank
    // later on rules out numbers, times and dates.
    let isWord =
      isLetter(first) || first == UInt8(ascii: "/") || first == UInt8(ascii: "_")
      || first == UInt8(ascii: "(")
    guard isWord || isDigit(first) && cannotBeNumber(text) else { return false }
    guard bytes.count > 5 || !reserved.contains(text.asciiLowercased) else { return false }
    var previous: UInt8 = 0
    for byte in bytes {
      guard (0x20...0x7E).contains(byte) else { return false }
      if byte == UInt8(ascii: "#"), previous == 0x20 { return false }
      if previous == UInt8(ascii: ":"), byte == 0x20 { return false }
      if previous == 0x20 || previous == 0, isIndicator(byte) { return false }
      previous = byte
    }
    return true
  }

  /// The words that YAML 1.1 or 1.2 reads as another type although they begin with a letter; none
  /// is longer than five bytes.
  private static let reserved: TextSet = [
    "y", "n", "yes", "no", "on", "off", "true", "false", "null",
  ]

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// True if a text that begins with a digit holds a byte that no number, time or date has.
  private static func cannotBeNumber(_ text: String) -> Bool {
    text.utf8.contains { byte in
      isLetter(byte) && !mayBeInNumber(byte | 0x20)
    }
  }

  private static func mayBeInNumber(_ letter: UInt8) -> Bool {
    switch letter {
    case UInt8(ascii: "a")...UInt8(ascii: "f"), UInt8(ascii: "o"), UInt8(ascii: "x"),
      UInt8(ascii: "t"), UInt8(ascii: "z"):
      true
    default: false
    }
  }

  /// True for a byte that begins something other than plain text.
  private static func isIndicator(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "&"),
      UInt8(ascii: "*"), UInt8(ascii: "!"), UInt8(ascii: "|"), UInt8(ascii: ">"),
      UInt8(ascii: "%"), UInt8(ascii: "@"):
      true
    default: false
    }
  }

  /// The chomping of a literal block that holds the text; nil when none does.
  private static func literalChomping(_ text: String) -> String? {
    guard let first = text.utf8.first, first != 0x20, first != 0x0A, first != 0x09 else {
      return nil
    }
    guard text.unicodeScalars.allSatisfy({ $0 == "\n" || $0 == "\t" || isPrintable($0) }) else {
      return nil
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.allSatisfy({ $0.utf8.last != 0x20 && $0.utf8.last != 0x09 }) else { return nil }
    if !text.hasSuffix("\n") { return "-" }
    return text.hasSuffix("\n\n") ? "+" : ""
  }
}
