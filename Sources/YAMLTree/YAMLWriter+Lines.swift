public import Values

extension YAMLWriter {
  /// Counts the lines of a value, as `text` writes it; under a key or behind a dash, those below that line.
  public static func lineCount(of value: PlainValue) -> Int {
    switch value {
    case .mapping(let entries): entries.reduce(0) { $0 + lineCount(under: $1.value) }
    case .list(let items):
      items.reduce(0) { count, item in
        if case .mapping(let entries) = item, !entries.isEmpty {
          // The first entry is on the line of the dash.
          return count + lineCount(of: item)
        }
        return count + lineCount(under: item)
      }
    case .string(let text):
      if case .literal = ScalarStyle(for: text) {
        self.text(value).utf8.count { $0 == UInt8(ascii: "\n") } - 1
      } else {
        0
      }
    default: 0
    }
  }

  /// Counts the lines of an entry with its key.
  public static func lineCount(under value: PlainValue) -> Int { 1 + lineCount(of: value) }
}
