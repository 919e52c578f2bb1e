public import Values

/// The one writer of YAML: block style, strings plain where safe, blocks for text of several lines,
/// never folded.
public enum YAMLWriter {
  /// The text of a document, with a newline at its end.
  public static func text(_ value: PlainValue) -> String {
    var bytes: [UInt8] = []
    write(value, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends a document to `bytes`.
  public static func write(_ value: PlainValue, into bytes: inout [UInt8]) {
    var writer = BlockWriter()
    writer.bytes = bytes
    writer.document(value)
    bytes = writer.bytes
  }

  /// A string as it is written on one line.
  public static func scalar(_ text: String) -> String {
    var writer = BlockWriter()
    writer.line(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension YAMLWriter {
  /// A string as it is written on one line between braces or brackets, where commas and such end it.
  public static func flowScalar(_ text: String) -> String {
    guard case .plain = ScalarStyle(for: text), text.contains(where: { ",[]{}".contains($0) })
    else { return scalar(text) }
    return "'" + text.replacing("'", with: "''") + "'"
  }

  /// A value on one line: `{ type: RuntimeDefault }`.
  public static func flow(_ value: PlainValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let flag): "\(flag)"
    case .integer(let number): "\(number)"
    case .double(let number): BlockWriter.text(number)
    case .string(let text): flowScalar(text)
    case .list(let items): "[\(items.map(flow).joined(separator: ", "))]"
    case .mapping(let entries):
      entries.isEmpty
        ? "{}"
        : "{ \(entries.map { "\(flowScalar($0.key)): \(flow($0.value))" }.joined(separator: ", ")) }"
    }
  }
}

/// The state of one document that is being written.
struct BlockWriter {
  var bytes: [UInt8] = []
  /// The start of each value, if asked for: a step, and its place in the bytes.
  private(set) var starts: [(path: [YAMLLines.Step], offset: Int)] = []
  private var path: [YAMLLines.Step]?

  /// Makes a writer.
  /// - Parameter recordsStarts: true to fill `starts`.
  init(recordsStarts: Bool = false) { path = recordsStarts ? [] : nil }

  private mutating func begin(_ step: @autoclosure () -> YAMLLines.Step) {
    guard path != nil else { return }
    path?.append(step())
    starts.append((path ?? [], bytes.count))
  }

  private mutating func end() { _ = path?.popLast() }

  mutating func document(_ value: PlainValue) {
    switch value {
    case .mapping(let entries) where !entries.isEmpty: mapping(entries, indent: 0)
    case .list(let items) where !items.isEmpty: list(items, indent: 0)
    default: scalar(value, indent: 0)
    }
  }

  private mutating func mapping(_ entries: [PlainValue.Entry], indent: Int, afterDash: Bool = false)
  {
    for (index, entry) in entries.enumerated() {
      if index > 0 || !afterDash { pad(indent) }
      begin(.key(ByteText(entry.key)))
      line(entry.key)
      put(":")
      switch entry.value {
      case .mapping(let inner) where !inner.isEmpty:
        put("\n")
        mapping(inner, indent: indent + 2)
      case .list(let items) where !items.isEmpty:
        put("\n")
        list(items, indent: indent + 2)
      default:
        put(" ")
        scalar(entry.value, indent: indent + 2)
      }
      end()
    }
  }

  private mutating func list(_ items: [PlainValue], indent: Int) {
    for (index, item) in items.enumerated() {
      pad(indent)
      begin(.index(index))
      switch item {
      case .mapping(let inner) where !inner.isEmpty:
        put("- ")
        mapping(inner, indent: indent + 2, afterDash: true)
      case .list(let inner) where !inner.isEmpty:
        put("-\n")
        list(inner, indent: indent + 2)
      default:
        put("- ")
        scalar(item, indent: indent + 2)
      }
      end()
    }
  }

  private mutating func scalar(_ value: PlainValue, indent: Int) {
    switch value {
    case .null: put("null\n")
    case .bool(let flag): put(flag ? "true\n" : "false\n")
    case .integer(let number): put("\(number)\n")
    case .double(let number): put(Self.text(number) + "\n")
    case .list: put("[]\n")
    case .mapping: put("{}\n")
    case .string(let text):
      if case .literal(let chomping) = ScalarStyle(for: text) {
        block(text, chomping: chomping, indent: max(indent, 2))
      } else {
        line(text)
        put("\n")
      }
    }
  }

  static func text(_ number: Double) -> String {
    if number.isNaN { return ".nan" }
    if number.isInfinite { return number < 0 ? "-.inf" : ".inf" }
    return "\(number)"
  }

  private mutating func block(_ text: String, chomping: String, indent: Int) {
    put("|" + chomping + "\n")
    let body = text.hasSuffix("\n") ? text.dropLast() : text[...]
    for line in body.split(separator: "\n", omittingEmptySubsequences: false) {
      if !line.isEmpty { pad(indent) }
      bytes.append(contentsOf: line.utf8)
      put("\n")
    }
  }

  /// A string on one line.
  mutating func line(_ text: String) {
    switch ScalarStyle(for: text) {
    case .plain: put(text)
    case .singleQuoted:
      put("'")
      for byte in text.utf8 {
        bytes.append(byte)
        if byte == UInt8(ascii: "'") { bytes.append(byte) }
      }
      put("'")
    case .literal, .doubleQuoted: doubleQuoted(text)
    }
  }

  private mutating func doubleQuoted(_ text: String) {
    put("\"")
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": put("\\\"")
      case "\\": put("\\\\")
      case "\n": put("\\n")
      case "\t": put("\\t")
      case "\r": put("\\r")
      default:
        switch scalar.value {
        case _ where ScalarStyle.isPrintable(scalar): put(String(scalar))
        case ...0xFF: put("\\x" + Self.hex(scalar.value, digits: 2))
        case ...0xFFFF: put("\\u" + Self.hex(scalar.value, digits: 4))
        default: put("\\U" + Self.hex(scalar.value, digits: 8))
        }
      }
    }
    put("\"")
  }

  private static func hex(_ value: UInt32, digits: Int) -> String {
    let text = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }

  private mutating func pad(_ count: Int) {
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: count))
  }

  private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }
}
