/// Diagnostics as text: place, message, name, the source line with a caret, a hint.
public enum DiagnosticText {
  /// Renders a list, sorted by place, without exact repetitions.
  /// - Parameters:
  ///   - color: whether to colour it for a terminal.
  ///   - limit: how many are shown; the rest is counted.
  public static func render(
    _ list: DiagnosticList, color: Bool = false, limit: Int = 100
  ) -> String {
    let sorted = list.sorted
    var text = ""
    for diagnostic in sorted.prefix(limit) { text += render(diagnostic, color: color) }
    if sorted.count > limit {
      text += "… and \(sorted.count - limit) more; mend these first\n"
    }
    return text
  }

  private static func render(_ diagnostic: Diagnostic, color: Bool) -> String {
    let paint = Paint(isOn: color)
    var text = diagnostic.span.map { paint.bold($0.description + ": ") } ?? ""
    text += paint.severity(diagnostic.severity) + ": " + diagnostic.message
    text += " [\(diagnostic.id.name)]\n"
    if let span = diagnostic.span { text += excerpt(span, paint) }
    for note in diagnostic.notes {
      let place = note.span.map { $0.description + ": " } ?? ""
      text += "\(place)note: \(note.message)\n"
    }
    if let hint = diagnostic.hint { text += " hint: \(hint)\n" }
    return text
  }

  /// The line with a caret under its place; long lines are cut around it.
  private static func excerpt(_ span: Span, _ paint: Paint) -> String {
    guard span.line > 0, span.column > 0 else { return "" }
    let scalars = span.file.line(span.line).unicodeScalars.map(visible)
    let width = 140
    let start = span.column > width - 20 ? max(0, span.column - width / 2) : 0
    let end = min(scalars.count, start + width)
    let shown = start < end ? String(String.UnicodeScalarView(scalars[start..<end])) : ""
    let cut = (start > 0 ? "…" : "", end < scalars.count ? "…" : "")
    let gutter = " \(span.line) | "
    let blank = String(repeating: " ", count: gutter.count - 2) + "| "
    let before = scalars[
      min(start, scalars.count)..<min(max(span.column - 1, start), scalars.count)]
    let indent = String(String.UnicodeScalarView(before.map { $0 == "\t" ? "\t" : " " }))
    let room = max(1, end - span.column + 1)
    let caret = "^" + String(repeating: "~", count: max(0, min(span.length, room) - 1))
    let lead = String(repeating: " ", count: cut.0.count)
    return gutter + cut.0 + shown + cut.1 + "\n" + blank + lead + indent + paint.caret(caret) + "\n"
  }

  private static func visible(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if scalar == "\t" { return scalar }
    if scalar.value < 0x20 { return Unicode.Scalar(0x2400 + scalar.value) ?? "?" }
    return scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value) ? "\u{2421}" : scalar
  }
}

/// Colours of a terminal, or none.
private struct Paint {
  let isOn: Bool

  func bold(_ text: String) -> String { wrap(text, "1") }
  func caret(_ text: String) -> String { wrap(text, "32;1") }
  func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: wrap("error", "31;1")
    case .warning: wrap("warning", "35;1")
    case .note: wrap("note", "36;1")
    }
  }

  private func wrap(_ text: String, _ code: String) -> String {
    isOn ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
