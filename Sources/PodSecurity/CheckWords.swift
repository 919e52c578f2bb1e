import PodAPI

/// The forms that messages are put together from.
enum CheckWords {
  /// `container "a"`, or `containers "a", "b"`.
  static func containers(_ names: [String]) -> String {
    plural(names.count, "container", "containers") + " " + quoted(names)
  }

  /// Values in double quotes, joined by commas.
  static func quoted(_ values: [String]) -> String {
    values.map { "\"\($0)\"" }.joined(separator: ", ")
  }

  /// Values each once, in byte order.
  static func sorted(_ values: [String]) -> [String] {
    let ordered = values.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return ordered.indices.filter { $0 == 0 || ordered[$0] != ordered[$0 - 1] }
      .map { ordered[$0] }
  }

  /// One of two words, by how many there are.
  static func plural(_ count: Int, _ one: String, _ many: String) -> String {
    count == 1 ? one : many
  }

  /// The parts that set something: the pod, containers, or both.
  static func setters(pod: Bool, _ containers: [String]) -> String {
    [pod ? "pod" : nil, containers.isEmpty ? nil : self.containers(containers)]
      .compactMap { $0 }.joined(separator: " and ")
  }

  /// A text in quotes as Go's `%q` prints it.
  static func goQuoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x07: result += "\\a"
      case 0x08: result += "\\b"
      case 0x0C: result += "\\f"
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0x0B: result += "\\v"
      case ..<0x20, 0x7F: result += "\\x" + hex(scalar.value, 2)
      case _ where isPrintable(scalar): result.unicodeScalars.append(scalar)
      case ..<0x10000: result += "\\u" + hex(scalar.value, 4)
      default: result += "\\U" + hex(scalar.value, 8)
      }
    }
    return result + "\""
  }

  /// Go's notion: letters, marks, numbers, punctuation, symbols and the ASCII blank.
  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == " " { return true }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator,
      .lineSeparator, .paragraphSeparator:
      return false
    default: return true
    }
  }

  private static func hex(_ value: UInt32, _ digits: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
