/// A path as git writes it in a patch.
struct GitPath {
  /// The path, in quotes with escapes when it has bytes that would make it ambiguous.
  let text: String

  /// The path behind `---` or `+++`, where a tab ends a name that contains blanks.
  var label: String { text.contains(" ") ? text + "\t" : text }

  init(_ path: String) {
    var quoted = ""
    var needsQuotes = false
    for byte in path.utf8 {
      if let escape = Self.escape(byte) {
        needsQuotes = true
        quoted += escape
      } else {
        quoted.unicodeScalars.append(Unicode.Scalar(byte))
      }
    }
    text = needsQuotes ? "\"\(quoted)\"" : path
  }

  private static let named: [UInt8: String] = [
    7: "\\a", 8: "\\b", 9: "\\t", 10: "\\n", 11: "\\v", 12: "\\f", 13: "\\r",
    UInt8(ascii: "\""): "\\\"", UInt8(ascii: "\\"): "\\\\",
  ]

  private static func escape(_ byte: UInt8) -> String? {
    if let name = named[byte] { return name }
    if (0x20..<0x7f).contains(byte) { return nil }
    let octal = String(byte, radix: 8)
    return "\\" + String(repeating: "0", count: 3 - octal.count) + octal
  }
}
