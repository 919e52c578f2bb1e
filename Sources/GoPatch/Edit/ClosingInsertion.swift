import GoSource

/// Puts lines at the end of what a pair of braces holds.
struct ClosingInsertion {
  let file: GoFile

  /// The new lines above the closing brace, one tab further in than it is.
  func edit(_ lines: [[UInt8]], beforeBraceClosing open: Int) throws(EditFault) -> LineEdit {
    let text = file.text
    guard text.isToken(open, "{"), let close = file.brackets.partner(of: open) else {
      throw EditFault(message: "there is no opening brace here", line: text.tokens[open].line)
    }
    let line = text.tokens[close].line
    let before = text.tokens[close - 1]
    guard text.lastLine(of: before) < line || before.kind == .lineEnd && before.line < line else {
      throw EditFault(message: "the closing brace is not on its own line", line: line)
    }
    let indent = text.bytes[text.lineBody(line)].prefix { $0 == 0x09 }.count + 1
    let tabs = [UInt8](repeating: 0x09, count: indent)
    return LineEdit(deleted: line..<line, inserted: lines.map { $0.isEmpty ? [] : tabs + $0 })
  }
}
