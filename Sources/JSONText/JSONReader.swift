public import Values

/// Reads JSON text into plain values.
public enum JSONReader {
  /// The fault in a text, and its byte offset.
  public struct Fault: Error, Sendable {
    /// The byte's offset.
    public let offset: Int
    /// In plain words.
    public let reason: String
  }

  /// The value of a text.
  public static func read(_ bytes: some Collection<UInt8>) throws(Fault) -> PlainValue {
    var parser = JSONParser(bytes: Array(bytes))
    let value = try parser.value(depth: 0)
    parser.skipBlanks()
    guard parser.isAtEnd else { throw parser.fault("text after the value") }
    return value
  }
}

private struct JSONParser {
  let bytes: [UInt8]
  var index = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { index >= bytes.count }
  private var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

  func fault(_ reason: String) -> JSONReader.Fault { .init(offset: index, reason: reason) }

  mutating func skipBlanks() {
    while [0x20, 0x0A, 0x0D, 0x09].contains(next), !isAtEnd { index += 1 }
  }

  private mutating func take(_ byte: Unicode.Scalar) throws(JSONReader.Fault) {
    guard next == UInt8(ascii: byte), !isAtEnd else { throw fault("'\(byte)' is missing") }
    index += 1
  }

  mutating func value(depth: Int) throws(JSONReader.Fault) -> PlainValue {
    guard depth < 200 else { throw fault("too deep") }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return try mapping(depth: depth)
    case UInt8(ascii: "["): return try list(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func word(
    _ word: StaticString, _ value: PlainValue
  ) throws(JSONReader.Fault) -> PlainValue {
    let text = Array(word.description.utf8)
    guard bytes[index...].starts(with: text) else { throw fault("not a value") }
    index += text.count
    return value
  }

  private mutating func mapping(depth: Int) throws(JSONReader.Fault) -> PlainValue {
    try take("{")
    var entries: [PlainValue.Entry] = []
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
      entries.append(PlainValue.Entry(key, try value(depth: depth + 1)))
      skipBlanks()
      if next == UInt8(ascii: ",") {
        index += 1
        continue
      }
      try take("}")
      return .mapping(entries)
    }
  }

  private mutating func list(depth: Int) throws(JSONReader.Fault) -> PlainValue {
    try take("[")
    var items: [PlainValue] = []
    skipBlanks()
    if next == UInt8(ascii: "]") {
      index += 1
      return .list([])
    }
    while true {
      items.append(try value(depth: depth + 1))
      skipBlanks()
      if next == UInt8(ascii: ",") {
        index += 1
        continue
      }
      try take("]")
      return .list(items)
    }
  }

  private mutating func number() throws(JSONReader.Fault) -> PlainValue {
    let start = index
    while !isAtEnd, "+-0123456789.eE".utf8.contains(next) { index += 1 }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    if let number = Int64(text) { return .integer(number) }
    guard let number = Double(text) else { throw fault("not a value") }
    return .double(number)
  }

  private mutating func string() throws(JSONReader.Fault) -> String {
    try take("\"")
    var text: [UInt8] = []
    while true {
      guard !isAtEnd else { throw fault("the string is not closed") }
      let byte = bytes[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(into: &text)
      default: text.append(byte)
      }
    }
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONReader.Fault) {
    let byte = next
    index += 1
    switch byte {
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "u"):
      let code = try unit()
      if (0xD800..<0xDC00).contains(code), let low = lowSurrogate() {
        append(0x10000 + (code - 0xD800) << 10 + (low - 0xDC00), to: &text)
      } else {
        // Half a pair stands for nothing.
        append(code, to: &text)
      }
    default: throw fault("no such escape")
    }
  }

  private func append(_ code: UInt32, to text: inout [UInt8]) {
    text += String(Unicode.Scalar(code) ?? "\u{FFFD}").utf8
  }

  /// Takes the second half of a pair; nil, and nothing is taken, where there is none.
  private mutating func lowSurrogate() -> UInt32? {
    guard bytes[index...].starts(with: [0x5C, 0x75]) else { return nil }
    var ahead = self
    ahead.index += 2
    guard let code = try? ahead.unit(), (0xDC00..<0xE000).contains(code) else { return nil }
    self = ahead
    return code
  }

  private mutating func unit() throws(JSONReader.Fault) -> UInt32 {
    let digits = bytes[index...].prefix(4)
    guard digits.count == 4, digits.allSatisfy({ Unicode.Scalar($0).isHexDigit }),
      let code = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("not four hexadecimal digits") }
    index += 4
    return code
  }
}
