import Diagnostics

/// Advice on what to write instead, in words and, if they leave no choice, as text.
struct Correction {
  let hint: String
  /// The text to write in its place.
  private(set) var text: String?
  private var certainty = Fix.Certainty.likely

  /// Words alone.
  init(_ hint: String) { self.hint = hint }

  /// Words and a text.
  init(_ hint: String, _ text: String, _ certainty: Fix.Certainty) {
    self.hint = hint
    self.text = text
    self.certainty = certainty
  }

  /// A name that is probably meant.
  static func name(_ name: String?) -> Correction? {
    name.map { Correction("did you mean '\($0)'?", $0, .likely) }
  }

  /// The edit that writes it in place of a word.
  func fix(_ word: String, at span: Span?) -> Fix? {
    text.flatMap { Fix(replacing: word, at: span, by: $0, certainty) }
  }
}

extension DiagnosticList {
  /// Adds an error about a word.
  /// - Parameter correction: what to write in its place.
  mutating func error(
    _ id: DiagnosticID, _ message: @autoclosure () -> String, of word: String, at span: Span?,
    _ correction: @autoclosure () -> Correction?
  ) {
    var known: Correction?
    error(
      id, message(), at: span,
      hint: {
        known = correction()
        return known?.hint
      }(), fix: known?.fix(word, at: span))
  }
}
