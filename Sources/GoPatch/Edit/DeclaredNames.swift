import GoSource

/// The names that a line of Go declares inside a function.
enum DeclaredNames {
  /// The names before `:=`, or behind `var` and `const`.
  static func of(_ line: [UInt8]) -> [String] {
    guard let text = try? GoText(line, readsPatterns: true) else { return [] }
    var names: [String] = []
    for index in text.tokens.indices {
      if text.isToken(index, ":=") {
        var place = index - 1
        while place >= 0, text.tokens[place].kind == .word {
          names.append(text.text(place))
          guard place > 0, text.isToken(place - 1, ",") else { break }
          place -= 2
        }
      } else if text.isToken(index, "var") || text.isToken(index, "const"),
        index + 1 < text.tokens.count, text.tokens[index + 1].kind == .word
      {
        names.append(text.text(index + 1))
      }
    }
    return names
  }
}
