/// The line that a span stands on with a caret under its place; a long line is cut around it.
struct Excerpt {
  private static let longest = 140

  /// The line with its number before it.
  let line: String
  /// The text before the caret on the line below.
  let indent: String
  /// The caret, as wide as the span is shown.
  let caret: String

  /// Nil for a span that is not a place on a line.
  init?(_ span: Span) {
    guard span.line > 0, span.column > 0 else { return nil }
    let column = span.column - 1
    let start = column > Self.longest - 20 ? column - Self.longest / 2 : 0
    let part = span.file.part(ofLine: span.line, from: start, count: Self.longest)
    let scalars = part.text.unicodeScalars.map(ShownText.visible)
    let place = min(column - start, scalars.count)
    let gutter = " \(span.line) | "
    line =
      gutter + (start > 0 ? "…" : "") + String(String.UnicodeScalarView(scalars))
      + (part.isCut ? "…" : "")
    indent =
      String(repeating: " ", count: gutter.count - 2) + "| " + (start > 0 ? " " : "")
      + scalars[..<place].map(Self.blank).joined()
    let covered = scalars[place..<min(place + span.length, scalars.count)]
    let width = covered.reduce(0) { $0 + ShownText.width($1) }
    caret = "^" + String(repeating: "~", count: max(0, width - 1))
  }

  /// Nothing, as wide as the scalar is shown; a tab stays one, for it is as wide on both lines.
  private static func blank(_ scalar: Unicode.Scalar) -> String {
    scalar == "\t" ? "\t" : String(repeating: " ", count: ShownText.width(scalar))
  }
}
