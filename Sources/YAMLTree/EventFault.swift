import Diagnostics

/// The reason why a text gives no more events, in libyaml's words, and their meaning.
struct EventFault {
  enum Kind {
    case encoding
    case controlCharacter(UInt32)
    case syntax
  }

  let kind: Kind
  /// The fault in libyaml's words.
  let words: String
  /// The place where it noticed the fault.
  let span: Span
  /// True if it noticed only at the end of the text.
  var isAtEnd = false
  /// The thing that it was reading, and where that begins.
  var context: (words: String, span: Span)?

  init(kind: Kind, words: String, span: Span) {
    self.kind = kind
    self.words = words
    self.span = span
  }

  /// The fault as it is told.
  var diagnostic: Diagnostic {
    switch kind {
    case .encoding:
      return Diagnostic(
        .error, .yamlEncoding, "this byte is not UTF-8 text: \(words)", at: span,
        hint: "save the file as UTF-8 without control characters")
    case .controlCharacter(let value):
      let digits = String(value, radix: 16, uppercase: true)
      let code = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
      return Diagnostic(
        .error, .yamlEncoding, "the control character U+\(code) is not allowed in YAML", at: span,
        hint: "remove it, or write it as \"\\u\(code)\" in double quotes")
    case .syntax: return syntax
    }
  }

  private var syntax: Diagnostic {
    let opening = context.flatMap { context in
      Self.openings.first { context.words == $0.words }.map { ($0, context.span) }
    }
    // What is never closed is noticed only at the end, where there is nothing to see.
    if let (opening, start) = opening, let whole = opening.whole, isAtEnd || opening.isOneLine {
      return Diagnostic(.error, .yamlSyntax, whole, at: start, hint: opening.fix)
    }
    let line = span.file.line(span.line)
    let isTab = line.unicodeScalars.prefix(span.column).contains("\t")
    let notes = opening.flatMap { opening, start in
      start == span ? nil : [Diagnostic.Note(opening.note, at: start)]
    }
    return Diagnostic(
      .error, .yamlSyntax, words, at: span, notes: notes ?? [],
      hint: isTab
        ? "indent with spaces: YAML does not allow tabs"
        : "check the indentation, the quotes and the colons just before this place")
  }

  /// The things that libyaml may be reading when it finds a fault.
  private struct Opening {
    /// libyaml's words.
    let words: String
    /// The note about the place where it begins.
    let note: String
    /// The message when its end is never found.
    var whole: String?
    /// The hint for that.
    var fix = ""
    /// True if its end must be found on the line where it begins.
    var isOneLine = false
  }

  private static let openings = [
    Opening(
      words: "while scanning a quoted scalar", note: "the quote opens here",
      whole: "this quote is never closed", fix: "close it"),
    Opening(words: "while parsing a quoted scalar", note: "the quote opens here"),
    Opening(
      words: "while parsing a flow mapping", note: "the '{' opens here",
      whole: "this '{' is never closed", fix: "close it with '}'"),
    Opening(
      words: "while parsing a flow sequence", note: "the '[' opens here",
      whole: "this '[' is never closed", fix: "close it with ']'"),
    Opening(
      words: "while scanning a simple key", note: "the key is here",
      whole: "no ':' follows this key",
      fix: "write 'key: value', or indent the line if it continues a string",
      isOneLine: true),
    Opening(words: "while parsing a block mapping", note: "the mapping starts here"),
    Opening(words: "while parsing a block collection", note: "the list starts here"),
    Opening(words: "while scanning a block scalar", note: "the string starts here"),
  ]
}
