/// Reads JSON as the API server does: strictly, but keys may stand twice, and numbers keep their
/// spelling.
struct JSONManifest {
  /// Something that is no JSON, and at which byte.
  struct Fault: Error {
    let offset: Int
    let reason: String
  }

  private let bytes: [UInt8]
  private var index = 0
  /// How far lists and mappings may be inside each other.
  private static let depth = 200

  static func read(_ bytes: some Collection<UInt8>) throws(Fault) -> ManifestValue {
    var reader = JSONManifest(bytes: Array(bytes))
    let value = try reader.value(depth: 0)
    reader.skipBlanks()
    guard reader.index == reader.bytes.count else { throw reader.fault("text after the value") }
    return value
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private func fault(_ reason: String) -> Fault { Fault(offset: index, reason: reason) }

  private mutating func skipBlanks() {
    while let byte = next, [0x20, 0x0A, 0x0D, 0x09].contains(byte) { index += 1 }
  }

  private mutating func take(_ byte: Unicode.Scalar) throws(Fault) {
    guard next.map({ UInt32($0) == byte.value }) == true else {
      throw fault("'\(byte)' is missing")
    }
    index += 1
  }

  private mutating func value(depth: Int) throws(Fault) -> ManifestValue {
    guard depth < Self.depth else { throw fault("more than \(Self.depth) nested levels") }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try mapping(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func word(_ word: String, _ value: ManifestValue) throws(Fault) -> ManifestValue
  {
    guard bytes[index...].starts(with: word.utf8) else { throw fault("not a value") }
    index += word.utf8.count
    return value
  }

  private mutating func mapping(depth: Int) throws(Fault) -> ManifestValue {
    try take("{")
    var entries: [ManifestValue.Entry] = []
    skipBlanks()
    if next == UInt8(ascii: "}") {
      index += 1
      return .mapping([])
    }
    while true {
      skipBlanks()
      let key = try string()
      skipBlanks()
      try take(":")
      entries.append(.init(key, try value(depth: depth + 1)))
      skipBlanks()
      guard next == UInt8(ascii: ",") else { break }
      index += 1
    }
    try take("}")
    return .mapping(entries)
  }

  private mutating func list(depth: Int) throws(Fault) -> ManifestValue {
    try take("[")
    var items: [ManifestValue] = []
    skipBlanks()
    if next == UInt8(ascii: "]") {
      index += 1
      return .list([])
    }
    while true {
      items.append(try value(depth: depth + 1))
      skipBlanks()
      guard next == UInt8(ascii: ",") else { break }
      index += 1
    }
    try take("]")
    return .list(items)
  }

  /// `-? (0 | [1-9][0-9]*) (\.[0-9]+)? ([eE][-+]?[0-9]+)?`
  private mutating func number() throws(Fault) -> String {
    let start = index
    if next == UInt8(ascii: "-") { index += 1 }
    if next == UInt8(ascii: "0") { index += 1 } else { try digits() }
    if next == UInt8(ascii: ".") {
      index += 1
      try digits()
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      index += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { index += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private mutating func digits() throws(Fault) {
    let start = index
    while let byte = next, (0x30...0x39).contains(byte) { index += 1 }
    if index == start { throw fault("not a value") }
  }

  private mutating func string() throws(Fault) -> String {
    try take("\"")
    var text: [UInt8] = []
    while let byte = next {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      case ..<0x20: throw fault("a control character must be escaped")
      default: text.append(byte)
      }
    }
    throw fault("the string is not closed")
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
    UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09, UInt8(ascii: "\""): UInt8(ascii: "\""),
    UInt8(ascii: "\\"): UInt8(ascii: "\\"), UInt8(ascii: "/"): UInt8(ascii: "/"),
  ]

  private mutating func escape(into text: inout [UInt8]) throws(Fault) {
    guard let byte = next else { throw fault("the string is not closed") }
    index += 1
    if let plain = Self.escapes[byte] {
      text.append(plain)
      return
    }
    guard byte == UInt8(ascii: "u") else { throw fault("no such escape") }
    var code = try unit()
    if (0xD800..<0xDC00).contains(code), bytes[index...].starts(with: [0x5C, 0x75]) {
      let back = index
      index += 2
      let low = try unit()
      if (0xDC00..<0xE000).contains(low) {
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      } else {
        index = back
      }
    }
    // Half a pair stands for no character.
    text += String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8
  }

  private mutating func unit() throws(Fault) -> UInt32 {
    guard index + 4 <= bytes.count else { throw fault("the string is not closed") }
    var code: UInt32 = 0
    for byte in bytes[index..<index + 4] {
      guard let digit = Self.digit(byte) else { throw fault("not four hexadecimal digits") }
      code = code << 4 | digit
    }
    index += 4
    return code
  }

  private static func digit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 0x30...0x39: UInt32(byte - 0x30)
    case 0x41...0x46: UInt32(byte - 0x41 + 10)
    case 0x61...0x66: UInt32(byte - 0x61 + 10)
    default: nil
    }
  }
}
