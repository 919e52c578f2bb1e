/// Diagnostics as text: place, message, name, the source line with a caret, a hint.
public enum DiagnosticText {
  /// Renders a list, sorted by place, without exact repetitions.
  /// - Parameters:
  ///   - color: whether to color it for a terminal.
  ///   - limit: how many are shown, errors before warnings before notes; the rest is counted.
  public static func render(
    _ list: DiagnosticList, color: Bool = false, limit: Int = 100
  ) -> TerminalText {
    let sorted = list.sorted
    var text: TerminalText = ""
    let shown = shown(sorted, limit)
    for (diagnostic, isShown) in zip(sorted, shown) where isShown {
      text += render(diagnostic, color: color)
    }
    var rest: [Severity: Int] = [:]
    for severity in order { rest[severity] = list.passedOver(severity) }
    for (diagnostic, isShown) in zip(sorted, shown) where !isShown {
      rest[diagnostic.severity, default: 0] += 1
    }
    let words = counts(rest)
    if !words.isEmpty { text += "… and \(words) more; fix these first\n" }
    return text
  }

  private static let order: [Severity] = [.error, .warning, .note]

  /// The diagnostics that are shown: what matters more goes first, the order of places stays.
  private static func shown(_ list: [Diagnostic], _ limit: Int) -> [Bool] {
    var room = limit
    var shown = list.map { _ in false }
    for severity in order {
      for index in list.indices where list[index].severity == severity && room > 0 {
        shown[index] = true
        room -= 1
      }
    }
    return shown
  }

  private static func counts(_ severities: [Severity: Int]) -> String {
    order.compactMap { severity in
      guard let count = severities[severity], count > 0 else { return nil }
      return count.counted(severity.rawValue)
    }.joined(separator: ", ")
  }

  private static func render(_ diagnostic: Diagnostic, color: Bool) -> TerminalText {
    let paint = Paint(isOn: color)
    var text = diagnostic.span.map { paint.bold(place($0)) } ?? ""
    text += "\(paint.severity(diagnostic.severity)): \(cut: diagnostic.message)"
    text += " [\(diagnostic.id.name)]\n"
    if let excerpt = diagnostic.span.flatMap(Excerpt.init) {
      text += "\(excerpt.line)\n\(excerpt.indent)\(paint.caret("\(excerpt.caret)"))\n"
    }
    for note in diagnostic.notes {
      text += "\(note.span.map(place) ?? "")note: \(cut: note.message)\n"
    }
    if let hint = diagnostic.hint { text += " hint: \(endCut: hint)\n" }
    return text
  }

  private static func place(_ span: Span) -> TerminalText { "\(cut: span.description): " }
}

/// Colors of a terminal, or none.
private struct Paint {
  let isOn: Bool

  func bold(_ text: TerminalText) -> TerminalText { wrap(text, "1") }
  func caret(_ text: TerminalText) -> TerminalText { wrap(text, "32;1") }
  func severity(_ severity: Severity) -> TerminalText {
    switch severity {
    case .error: wrap("error", "31;1")
    case .warning: wrap("warning", "35;1")
    case .note: wrap("note", "36;1")
    }
  }

  private func wrap(_ text: TerminalText, _ code: StaticString) -> TerminalText {
    text.painted(isOn ? code : nil)
  }
}
