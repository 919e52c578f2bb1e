import PodAPI

/// Values as CEL writes them.
enum CELLiteral {
  /// A string between single quotes.
  static func text(_ text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'": result += "\\'"
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        // What is not seen is written by its number, so that a reader sees what is compared.
        if scalar.isShown, scalar.value >= 0x20 {
          result.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16)
          result += "\\U" + String(repeating: "0", count: 8 - digits.utf8.count) + digits
        }
      }
    }
    return result + "'"
  }

  static func list(_ texts: [ByteText]) -> String {
    "[" + texts.map { text($0.text) }.joined(separator: ", ") + "]"
  }

  static func value(_ value: PodValue) -> String {
    switch value {
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let number): "\(number)"
    case .string(let text): Self.text(text)
    case .list(let items): "[" + items.map(Self.value).joined(separator: ", ") + "]"
    case .map(let map):
      "{" + map.entries.map { "\(text($0.key)): \(Self.value($0.value))" }.joined(separator: ", ")
        + "}"
    case .object(let object):
      "{"
        + object.fields.map { "\(text($0.name.text)): \(Self.value($0.value))" }
        .joined(separator: ", ") + "}"
    }
  }
}
