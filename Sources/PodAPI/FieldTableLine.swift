/// A line of the field table. The table is read in every run, so it is cut as bytes.
struct FieldTableLine {
  /// True if it names a type; else it names a field of the type above it.
  let isType: Bool
  /// Its words, at least one.
  let words: [Substring]

  /// The lines of a table.
  static func lines(of table: String) -> [FieldTableLine] {
    table.utf8.split(separator: UInt8(ascii: "\n")).map { line in
      FieldTableLine(
        isType: line.first != UInt8(ascii: " "),
        words: line.split(separator: UInt8(ascii: " ")).map { Substring($0) })
    }
  }
}
