public import Values

/// Writes plain values as JSON text: two blanks a level, keys in their order, a line end behind it.
public enum JSONWriter {
  /// The text of a value.
  public static func text(_ value: PlainValue) -> String {
    var text = ""
    write(value, indent: 0, into: &text)
    return text + "\n"
  }

  private static func write(_ value: PlainValue, indent: Int, into text: inout String) {
    switch value {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += String(number)
    // JSON has no words for what is not a finite number.
    case .double(let number): text += number.isFinite ? "\(number)" : "null"
    case .string(let string): write(string, into: &text)
    case .list(let items):
      block("[", items, "]", indent, &text) { item, text in
        write(item, indent: indent + 1, into: &text)
      }
    case .mapping(let entries):
      block("{", entries, "}", indent, &text) { entry, text in
        write(entry.key, into: &text)
        text += ": "
        write(entry.value, indent: indent + 1, into: &text)
      }
    }
  }

  private static func block<Item>(
    _ open: String, _ items: [Item], _ close: String, _ indent: Int, _ text: inout String,
    _ body: (Item, inout String) -> Void
  ) {
    text += open
    for (index, item) in items.enumerated() {
      text += (index > 0 ? ",\n" : "\n") + String(repeating: "  ", count: indent + 1)
      body(item, &text)
    }
    if !items.isEmpty { text += "\n" + String(repeating: "  ", count: indent) }
    text += close
  }

  private static func write(_ string: String, into text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case _ where scalar.isShown: text.unicodeScalars.append(scalar)
      default:
        for unit in UTF16.encode(scalar) ?? UTF16.encodedReplacementCharacter {
          let digits = String(unit, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
      }
    }
    text += "\""
  }
}
