/// The value that Go's yaml.v2 makes of a scalar: `yes` is true, `012` is 10, `1_000` is 1000, and
/// a date stays a text.
enum ManifestScalar {
  /// The value of a scalar; nil where its tag asks for another type.
  static func node(_ text: String, isPlain: Bool, tag: String?) -> ManifestNode? {
    guard let tag else { return isPlain ? plain(text) : .string(text) }
    guard tag.hasPrefix(prefix) else { return .string(text) }
    let value = plain(text)
    switch tag.dropFirst(prefix.count) {
    case "str", "timestamp": return .string(text)
    case "null": return .null
    case "binary": return base64(text).map { .string(String(decoding: $0, as: UTF8.self)) }
    case "bool": if case .bool = value { return value }
    case "int": if case .integer = value { return value }
    case "float":
      if case .double = value { return value }
      if case .integer(let digits) = value { return Double(digits).map { .double($0) } }
    default: return .string(text)
    }
    return nil
  }

  private static let prefix = "tag:yaml.org,2002:"

  private static let words: TextMap<ManifestNode> = {
    var table: TextMap<ManifestNode> = [:]
    for word in ["y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON"] {
      table[word] = .bool(true)
    }
    for word in ["n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF"] {
      table[word] = .bool(false)
    }
    for word in ["", "~", "null", "Null", "NULL"] { table[word] = .null }
    for word in [".nan", ".NaN", ".NAN"] { table[word] = .double(.nan) }
    for word in [".inf", ".Inf", ".INF"] {
      table[word] = .double(.infinity)
      table["+" + word] = .double(.infinity)
      table["-" + word] = .double(-.infinity)
    }
    return table
  }()

  private static func plain(_ text: String) -> ManifestNode {
    if text.utf8.count <= 5, let known = words[text] { return known }
    guard let first = text.utf8.first else { return .null }
    switch first {
    case UInt8(ascii: "."): return double(text).map { .double($0) } ?? .string(text)
    case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"):
      return number(text) ?? .string(text)
    default: return .string(text)
    }
  }

  private static func number(_ text: String) -> ManifestNode? {
    let plain = text.replacing("_", with: "")
    if let digits = integer(plain) { return .integer(digits) }
    return double(plain).map { .double($0) }
  }

  /// A whole number of any of Go's bases, `0x1f`, `0b1`, `0o17` and `017`; up to 64 bits.
  private static func integer(_ text: String) -> String? {
    var rest = text[...]
    let isNegative = rest.utf8.first == UInt8(ascii: "-")
    if isNegative || rest.utf8.first == UInt8(ascii: "+") { rest = rest.dropFirst() }
    var radix = 10
    let head = rest.prefix(2).lowercased()
    if let base = ["0x": 16, "0o": 8, "0b": 2][head] {
      radix = base
      rest = rest.dropFirst(2)
    } else if rest.utf8.first == 0x30, rest.utf8.count > 1 {
      radix = 8
      rest = rest.dropFirst()
    }
    guard let byte = rest.utf8.first, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "+"),
      let size = UInt64(rest, radix: radix)
    else { return nil }
    guard isNegative else { return "\(size)" }
    return size <= UInt64(Int64.max) + 1 ? (size == 0 ? "0" : "-\(size)") : nil
  }

  /// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
  private static func double(_ text: String) -> Double? {
    guard case .double(let number) = ScalarTyping.value(ofPlain: text), number.isFinite else {
      // What has no point and no exponent is too large for 64 bits, or begins with zeros.
      let digits = text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      return digits && !text.isEmpty ? Double(text) : nil
    }
    return number
  }

  private static func base64(_ text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    var padding = 0
    for byte in text.utf8 where byte != 0x0A && byte != 0x0D {
      guard byte != UInt8(ascii: "=") else {
        padding += 1
        continue
      }
      guard padding == 0, let value = sextet(byte) else { return nil }
      bits = bits << 6 | value
      count += 1
      guard count == 4 else { continue }
      bytes += [UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8)]
      bytes.append(UInt8(truncatingIfNeeded: bits))
      (bits, count) = (0, 0)
    }
    switch (count, padding) {
    case (0, 0): return bytes
    case (2, 2): return bytes + [UInt8(truncatingIfNeeded: bits >> 4)]
    case (3, 1):
      return bytes
        + [UInt8(truncatingIfNeeded: bits >> 10), UInt8(truncatingIfNeeded: bits >> 2)]
    default: return nil
    }
  }

  private static func sextet(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x41...0x5A: UInt32(byte - 0x41)
    case 0x61...0x7A: UInt32(byte - 0x61 + 26)
    case 0x30...0x39: UInt32(byte - 0x30 + 52)
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
