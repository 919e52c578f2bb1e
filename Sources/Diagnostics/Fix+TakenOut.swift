extension Fix {
  /// Takes a key with its value, or an entry of a list, out of the line that it stands on; nothing is left
  /// of a line that it has for itself. Nil where more than the line would have to change, or where
  /// something else may depend on it: a value of several lines, an anchor, the only key of a block.
  /// - Parameter place: the key, or the entry.
  public init?(takingOut place: Span?, _ certainty: Certainty) {
    guard let place, place.line > 0, place.column > 0 else { return nil }
    let line = Array(place.file.line(place.line).unicodeScalars)
    let start = place.column - 1
    guard start < line.count, let range = Self.extent(in: line, from: start, of: place),
      !line[range].contains("&")
    else { return nil }
    self.init(
      covering: Span(
        file: place.file, line: place.line, column: range.lowerBound + 1, length: range.count),
      text: "", certainty)
  }

  private static func extent(
    in line: [Unicode.Scalar], from start: Int, of place: Span
  ) -> Range<Int>? {
    let before = line[..<start].lastIndex { $0 != " " }
    guard let end = end(in: line, from: start) else { return nil }
    if let before, ["{", "[", ","].contains(line[before]) {
      // Between the brackets of a flow collection.
      guard end < line.count else { return nil }
      if line[before] == "," {
        // The space in front of a closing bracket stays.
        let last = line[..<end].lastIndex { $0 != " " } ?? before
        return before..<(last + 1)
      }
      guard line[end] == "," else { return start..<end }
      let next = line[end...].dropFirst().firstIndex { $0 != " " } ?? line.count
      return start..<next
    }
    guard before == nil, end == line.count, isOneOfSeveral(place, indent: start) else { return nil }
    return 0..<line.count
  }

  /// The place where the collection around a place goes on or ends, or the line; nil if a bracket
  /// or a quote is still open there, or a value begins that the line does not show.
  private static func end(in line: [Unicode.Scalar], from start: Int) -> Int? {
    var open = 0
    var quote: Unicode.Scalar?
    var index = start
    while index < line.count {
      let scalar = line[index]
      if let begun = quote {
        if scalar == "\\", begun == "\"" { index += 1 }
        if scalar == begun { quote = nil }
      } else {
        switch scalar {
        case "\"", "'": quote = scalar
        case "{", "[": open += 1
        case "}", "]", ",":
          if open == 0 { return index }
          if scalar != "," { open -= 1 }
        case "|", ">", "*", "#": return nil
        default: break
        }
      }
      index += 1
    }
    return open == 0 && quote == nil ? line.count : nil
  }

  /// True if a key stands in a block beside another one, its value on its own line.
  private static func isOneOfSeveral(_ place: Span, indent: Int) -> Bool {
    func neighbor(_ lines: some Sequence<Int>) -> Int? {
      for number in lines {
        let text = place.file.line(number).unicodeScalars
        let blanks = text.prefix { $0 == " " }.count
        if blanks < text.count, text.dropFirst(blanks).first != "#" { return blanks }
      }
      return nil
    }
    let next = neighbor((place.line + 1)..<(place.file.lineCount + 2)) ?? 0
    let last = neighbor(stride(from: place.line - 1, through: 1, by: -1)) ?? 0
    return next <= indent && (next == indent || last == indent)
  }
}
