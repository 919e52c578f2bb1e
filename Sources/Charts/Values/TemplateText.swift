import Values

/// Strings that a chart passes through Helm's `tpl`, as far as they can be worked out without the chart:
/// actions that print one of the user's own values, or a string.
struct TemplateText {
  /// The user's values.
  let values: OriginTree

  /// The string as Helm prints it; nil where it has an action of another kind.
  func printed(_ text: String) -> String? {
    var rest = text[...]
    var result = ""
    while let start = rest.firstRange(of: "{{") {
      result += String(rest[..<start.lowerBound])
      rest = Self.trimmed(rest[start.upperBound...])
      guard let value = literal(&rest) ?? value(&rest), rest.hasPrefix("}}") else { return nil }
      result += value
      rest = rest.dropFirst(2)
    }
    return result + String(rest)
  }

  /// A string of Go's between backticks, or between quotes without an escape.
  private func literal(_ rest: inout Substring) -> String? {
    guard let quote = rest.unicodeScalars.first, quote == "`" || quote == "\"" else { return nil }
    let inner = rest.dropFirst()
    guard let end = inner.unicodeScalars.firstIndex(of: quote) else { return nil }
    let text = String(inner[..<end])
    guard quote == "`" || !text.contains("\\") else { return nil }
    rest = Self.trimmed(inner[end...].dropFirst())
    return text
  }

  /// `.Values.a.b` of a scalar.
  private func value(_ rest: inout Substring) -> String? {
    let prefix = ".Values."
    guard rest.hasPrefix(prefix) else { return nil }
    let word = rest.prefix { $0 != " " && $0 != "}" }
    let path = word.dropFirst(prefix.utf8.count).split(separator: ".").map(String.init)
    guard !path.isEmpty, let text = values[path: path]?.scalarText else { return nil }
    rest = Self.trimmed(rest[word.endIndex...])
    return text
  }

  private static func trimmed(_ text: Substring) -> Substring { text.drop { $0 == " " } }
}

extension OriginTree {
  /// A scalar as Go prints it.
  fileprivate var scalarText: String? {
    switch content {
    case .string(let text): text
    case .integer(let number): String(number)
    case .bool(let flag): flag ? "true" : "false"
    default: nil
    }
  }
}
