public import Values

/// A value that JSON can be read into.
public protocol JSONValue {
  static var null: Self { get }
  static func bool(_ flag: Bool) -> Self
  static func string(_ text: String) -> Self
  static func list(_ items: [Self]) -> Self

  /// Makes a mapping; a key can occur twice.
  static func json(_ entries: [(key: String, value: Self)]) -> Self

  /// Makes a number; nil if it does not fit.
  static func json(number spelling: String) -> Self?
}

extension PlainValue: JSONValue {
  /// Makes a mapping.
  public static func json(_ entries: [(key: String, value: PlainValue)]) -> PlainValue {
    .mapping(entries.map { Entry($0.key, $0.value) })
  }

  /// Makes an integer if it fits into 64 bits, else a double.
  public static func json(number spelling: String) -> PlainValue? {
    Int64(spelling).map { .integer($0) } ?? Double(spelling).map { .double($0) }
  }
}

/// Reads JSON text, as strictly as RFC 8259 has it.
public enum JSONReader {
  /// The fault in a text, and its byte offset.
  public struct Fault: Error, Sendable {
    /// The byte's offset.
    public let offset: Int
    /// In plain words.
    public let reason: String
  }

  /// The number of levels that lists and mappings may have.
  fileprivate static let depth = 200

  fileprivate static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
    UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09, UInt8(ascii: "\""): UInt8(ascii: "\""),
    UInt8(ascii: "\\"): UInt8(ascii: "\\"), UInt8(ascii: "/"): UInt8(ascii: "/"),
  ]

  /// The value of a text.
  public static func read(_ bytes: some Collection<UInt8>) throws(Fault) -> PlainValue {
    try read(bytes, as: PlainValue.self)
  }

  /// The value of a text, in a form of the caller's.
  public static func read<Value: JSONValue>(
    _ bytes: some Collection<UInt8>, as form: Value.Type
  ) throws(Fault) -> Value {
    var parser = JSONParser<Value>(bytes: Array(bytes))
    return try parser.read()
  }
}

private struct JSONParser<Value: JSONValue> {
  typealias Fault = JSONReader.Fault

  private let bytes: [UInt8]
  private var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads the whole text.
  mutating func read() throws(Fault) -> Value {
    let value = try self.value(depth: 0)
    skipBlanks()
    guard index == bytes.count else { throw fault("text after the value") }
    return value
  }

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

  private mutating func value(depth: Int) throws(Fault) -> Value {
    guard depth < JSONReader.depth else {
      throw fault("more than \(JSONReader.depth) nested levels")
    }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try mapping(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default:
      let spelling = try number()
      guard let value = Value.json(number: spelling) else { throw fault("not a value") }
      return value
    }
  }

  private mutating func word(_ word: String, _ value: Value) throws(Fault) -> Value {
    guard bytes[index...].starts(with: word.utf8) else { throw fault("not a value") }
    index += word.utf8.count
    return value
  }

  private mutating func mapping(depth: Int) throws(Fault) -> Value {
    try take("{")
    var entries: [(key: String, value: Value)] = []
    skipBlanks()
    if next == UInt8(ascii: "}") {
      index += 1
      return .json([])
    }
    while true {
      skipBlanks()
      let key = try string()
      skipBlanks()
      try take(":")
      entries.append((key, try value(depth: depth + 1)))
      skipBlanks()
      guard next == UInt8(ascii: ",") else { break }
      index += 1
    }
    try take("}")
    return .json(entries)
  }

  private mutating func list(depth: Int) throws(Fault) -> Value {
    try take("[")
    var items: [Value] = []
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

  private mutating func escape(into text: inout [UInt8]) throws(Fault) {
    guard let byte = next else { throw fault("the string is not closed") }
    index += 1
    if let plain = JSONReader.escapes[byte] {
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
