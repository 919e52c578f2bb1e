import Diagnostics
import Testing

/// The words that are removed from a line, and the lines in which the line alone is not enough for
/// that.
@Suite struct TakenOutTests {
  private func edited(_ text: String, _ word: String) -> String? {
    let file = SourceFile(path: "a.yaml", text: text)
    let bytes = Array(text.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: word.utf8) } ?? 0
    let fix = Fix(takingOut: file.span(at: start, length: word.utf8.count), .certain)
    return fix.map { String(decoding: $0.edited, as: UTF8.self) }
  }

  @Test(arguments: [
    ("a: { b: 1, key: 2, c: 3 }\n", "a: { b: 1, c: 3 }\n"),
    ("a: { key: 2, c: 3 }\n", "a: { c: 3 }\n"), ("a: { b: 1, key: [2, 3] }\n", "a: { b: 1 }\n"),
    ("a: { key: \"}, {\" }\n", "a: { }\n"), ("a: [b, key]\n", "a: [b]\n"),
    ("a:\n  b: 1\n  key: 2\n", "a:\n  b: 1\n\n"),
    ("a:\n  key: { x: 1 }\n  b: 1\n", "a:\n\n  b: 1\n"),
  ])
  func aKeyGoesWithItsValue(text: String, left: String) { #expect(edited(text, "key") == left) }

  @Test(arguments: [
    "a:\n  key: 2\nb: 1\n", "a:\n  b: 1\n  key:\n    c: 2\n", "a: { b: 1, key: &x 2 }\n",
    "a: { b: 1, key: [2,\n  3] }\n", "a:\n  b: 1\n  key: |\n    text\n",
    "a:\n  - key: 1\n    b: 2\n",
  ])
  func whereMoreThanTheLineChangesNothingIsOffered(text: String) {
    #expect(edited(text, "key") == nil)
  }

  @Test func whoCanDoWhatAHintSaysIsToldByItsFix() {
    let file = SourceFile(path: "a.yaml", text: "a: [b, key]\n")
    let id = DiagnosticID("a/b", meaning: "A.", fix: "B.")
    let span = file.span(at: 7, length: 3)
    func applicability(_ hint: String?, _ fix: Fix?) -> Diagnostic.Applicability? {
      Diagnostic(.error, id, "wrong", at: span, hint: hint, fix: fix).applicability
    }
    #expect(applicability(nil, nil) == nil)
    #expect(applicability("look", nil) == .byHand)
    #expect(applicability("remove it", Fix(takingOut: span, .likely)) == .likely)
    #expect(applicability("remove it", Fix(takingOut: span, .certain)) == .certain)
  }
}
